package dev.tradesuite.contracts.portfolio;

import dev.tradesuite.contracts.market.RunLabel;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Daily returns of registered strategies.
 *
 * @param codes of the strategies
 * @param windowDays days up to now; absent: 365
 * @param label of the returns; absent: the only one there is
 * @param mixLabels whether returns of several labels may be used together, LIVE before PAPER before the others; the
 *     answer says so
 */
public record RegistryData(
        @NotNull List<@NotNull String> codes,
        @Nullable @Min(2) @Max(20000) Integer windowDays,
        @Nullable RunLabel label,
        @Nullable Boolean mixLabels) {}
