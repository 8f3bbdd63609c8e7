package dev.tradesuite.contracts.portfolio;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Strategies that are not alike, and why the others are not among them. {@code POST /api/v1/correlation/select}.
 *
 * @param asOf when the returns were read
 * @param labels what the returns are labelled
 * @param selected the best first
 * @param leftOut the others, the best first
 */
public record SelectedStrategies(
        Instant asOf,
        CorrelationWindow window,
        SelectionOrder by,
        List<RunLabel> labels,
        List<Selected> selected,
        List<LeftOut> leftOut) {

    /**
     * One that was selected.
     *
     * @param score what it was judged by: a ratio, or a fraction of a year
     */
    public record Selected(String code, double score) {}

    /**
     * One that was left out.
     *
     * @param score what it was judged by; absent when it is not known
     * @param because the better one it is compared with
     * @param correlation with that one
     */
    public record LeftOut(
            String code,
            @Nullable Double score,
            Reason reason,
            @Nullable String because,
            @Nullable Double correlation) {}
}
