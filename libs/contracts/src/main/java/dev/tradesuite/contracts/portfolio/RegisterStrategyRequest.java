package dev.tradesuite.contracts.portfolio;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Registers a strategy. {@code POST /api/v1/strategies}, scope {@code portfolio:write}.
 *
 * @param code by which everything else will name it
 * @param name for people; the code when left out
 * @param source where its returns come from: {@code model:CODE:SYMBOL}, {@code portfolio:ID}, {@code account:ID},
 *     {@code hold:SYMBOL} or {@code imported}; it stays
 * @param benchmark code of a registered strategy to compare it with; absent for equal weights of all that are live
 */
public record RegisterStrategyRequest(
        @NotNull @StrategyCode String code,
        @Nullable @Size(min = 1, max = 200) String name,
        @NotBlank @Size(max = 128) String source,
        @Nullable @StrategyCode String benchmark) {}
