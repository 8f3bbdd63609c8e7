package dev.tradesuite.contracts.portfolio;

import dev.tradesuite.contracts.market.RunLabel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Correlations as they were stored. {@code GET /api/v1/correlation/history}.
 *
 * @param from first day, UTC
 * @param to last day, UTC
 * @param points oldest first
 */
public record CorrelationHistory(LocalDate from, LocalDate to, CorrelationWindow window, List<Point> points) {

    /** Why a correlation was stored. */
    public enum Cause {
        /** The newest of its day. */
        DAILY,
        /** The short and the long mean came apart, or together again. */
        REGIME
    }

    /**
     * A stored correlation of all strategies.
     *
     * @param label of the returns
     * @param asOf when the returns were read
     * @param strategies how many
     * @param average mean of the known correlations
     * @param correlation of the pair that was asked for; absent when none was, or when it had none
     */
    public record Point(
            RunLabel label,
            LocalDate day,
            Instant asOf,
            Cause cause,
            int strategies,
            int observations,
            @Nullable Double average,
            @Nullable Double diversificationRatio,
            @Nullable Double effectiveBets,
            @Nullable Double correlation) {}
}
