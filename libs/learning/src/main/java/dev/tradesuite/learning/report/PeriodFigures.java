package dev.tradesuite.learning.report;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a model did in a period it was not trained on.
 *
 * @param from start of its first bar
 * @param to start of its last bar
 * @param trainedOn rows that were trained on before
 * @param testedOn rows of the period
 * @param probabilities absent for a policy, which states none of an outcome
 * @param trading what trading brought
 */
public record PeriodFigures(
        Instant from,
        Instant to,
        int trainedOn,
        int testedOn,
        @Nullable ProbabilityFigures probabilities,
        TradingFigures trading) {

    public PeriodFigures {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(trading);
    }
}
