package dev.tradesuite.portfolio.correlation;

import dev.tradesuite.contracts.portfolio.CorrelationEstimator;
import dev.tradesuite.contracts.portfolio.CorrelationWindow;
import java.util.List;

/**
 * What is asked for: with the version of the returns it decides the answer.
 *
 * @param codes of the strategies; empty for all that are not retired
 */
public record CorrelationKey(
        CorrelationWindow window, ReturnLabels label, CorrelationEstimator estimator, List<String> codes) {

    public CorrelationKey {
        codes = List.copyOf(codes);
    }

    /** The key in a line, the same for the same question. */
    public String text() {
        return "%s|%s|%s|%s".formatted(window.wireName(), label.text(), estimator.wireName(), String.join(",", codes));
    }
}
