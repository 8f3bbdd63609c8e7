package dev.tradesuite.learning.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a model has an edge on bars it was not trained on, by a rule that is fixed beforehand: its Brier score must
 * beat the base rate, where it states probabilities, and its profit after costs must be above zero in 95 % of the
 * bootstrap draws over days.
 *
 * @param edge whether it has
 * @param sentence the verdict with its figures
 */
public record EdgeVerdict(boolean edge, String sentence) {

    /** How sure the profit must be. */
    public static final double CONFIDENCE = 0.95;

    public EdgeVerdict {
        Objects.requireNonNull(sentence);
    }

    /** The verdict on these figures; a policy has no probabilities. */
    public static EdgeVerdict on(@Nullable ProbabilityFigures probabilities, TradingFigures trading) {
        boolean sure = trading.profitAboveZero() >= CONFIDENCE;
        boolean edge = sure && (probabilities == null || probabilities.beatBaseRate());
        List<String> parts = new ArrayList<>();
        if (probabilities != null) {
            parts.add(String.format(
                    Locale.ROOT,
                    "its Brier score of %.4f %s the %.4f of the base rate",
                    probabilities.brier(),
                    probabilities.beatBaseRate() ? "beats" : "does not beat",
                    probabilities.baseRateBrier()));
        }
        parts.add(
                trading.trades() == 0
                        ? "it made no trade"
                        : String.format(
                                Locale.ROOT,
                                "its profit after costs of %.2f %% is above zero in %.1f %% of the draws over days, %s"
                                        + " 95 %%",
                                trading.profitPercent(),
                                100 * trading.profitAboveZero(),
                                sure ? "at least" : "less than"));
        return new EdgeVerdict(edge, (edge ? "Edge: " : "No edge: ") + String.join(", and ", parts) + ".");
    }
}
