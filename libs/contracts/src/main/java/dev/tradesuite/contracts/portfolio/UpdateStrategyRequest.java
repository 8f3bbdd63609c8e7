package dev.tradesuite.contracts.portfolio;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Changes what is said about a strategy; what is left out stays. {@code PATCH /api/v1/strategies/{code}}, scope
 * {@code portfolio:write}.
 *
 * @param name for people
 * @param benchmark code of a registered strategy; an empty text for equal weights of all that are live
 * @param version the version this change was made from; another one in the registry is a 409
 */
public record UpdateStrategyRequest(
        @Nullable @Size(min = 1, max = 200) String name,
        @Nullable
                @Pattern(
                        regexp = "(" + StrategyCode.PATTERN + ")?",
                        message = "must be the code of a strategy, or empty")
                String benchmark,
        @Nullable @PositiveOrZero Long version) {}
