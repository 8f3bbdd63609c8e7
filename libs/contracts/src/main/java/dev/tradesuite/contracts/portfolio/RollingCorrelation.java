package dev.tradesuite.contracts.portfolio;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the correlation of two strategies went. {@code GET /api/v1/correlation/pair}.
 *
 * @param window common days each point looks back; of hours the ten days up to the newest one of the point's day
 * @param labels what the returns are labelled
 * @param partial whether the last day is not over yet
 * @param observations days, or hours, the two have in common over the time that was read
 * @param points one for each common day that ends a full window, oldest first; of hours one for each day that has
 *     enough of them in its window
 * @param reason why there is no point
 */
public record RollingCorrelation(
        String a,
        String b,
        CorrelationWindow window,
        List<RunLabel> labels,
        boolean partial,
        int observations,
        List<Point> points,
        @Nullable Reason reason) {

    /**
     * The correlation of the window that ends with a day, or with its newest common hour.
     *
     * @param correlation absent when the returns of one of the two do not vary
     */
    public record Point(LocalDate day, @Nullable Double correlation) {}
}
