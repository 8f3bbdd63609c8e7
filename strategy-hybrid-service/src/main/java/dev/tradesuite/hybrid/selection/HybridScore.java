package dev.tradesuite.hybrid.selection;

import dev.tradesuite.strategy.rule.OutcomeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What momentum and mean reversion together think of a market.
 *
 * <p>score = (weight x confidence of momentum + weight x confidence of mean reversion) / sum of the weights; a rule
 * that sees nothing counts 0, and one that would buy the other outcome counts against.
 *
 * @param view outcome with the higher weighted confidence
 * @param value score of it, above 0 and at most 1
 * @param reason how it comes about
 */
record HybridScore(OutcomeView view, double value, String reason) {

    /**
     * The weights of the rules.
     *
     * @param momentum 0 or more
     * @param meanReversion 0 or more; not both are 0
     */
    record Weights(double momentum, double meanReversion) {

        double sum() {
            return momentum + meanReversion;
        }
    }

    /** The score of a market; empty when neither rule sees anything, or both cancel out. */
    static Optional<HybridScore> of(
            @Nullable OutcomeView momentum, @Nullable OutcomeView meanReversion, Weights weights) {
        Vote first = new Vote("momentum", momentum, weights.momentum());
        Vote second = new Vote("mean_reversion", meanReversion, weights.meanReversion());
        boolean firstLeads = first.points() >= second.points();
        Vote leading = firstLeads ? first : second;
        Vote other = firstLeads ? second : first;
        if (leading.view == null) {
            return Optional.empty();
        }
        double points = leading.points() + (other.agreesWith(leading.view) ? other.points() : -other.points());
        double value = points / weights.sum();
        return value > 0
                ? Optional.of(new HybridScore(leading.view, Math.min(1, value), reason(value, leading, other, weights)))
                : Optional.empty();
    }

    private static String reason(double value, Vote leading, Vote other, Weights weights) {
        List<String> parts = new ArrayList<>();
        parts.add(String.format(
                Locale.ROOT,
                "HybridScore %.4f = (%s x %.4f %s %s x %.4f) / %s",
                value,
                leading.weight,
                leading.confidence(),
                leading.view == null || other.agreesWith(leading.view) ? "+" : "-",
                other.weight,
                other.confidence(),
                weights.sum()));
        leading.addTo(parts);
        other.addTo(parts);
        return String.join("; ", parts);
    }

    private record Vote(String rule, @Nullable OutcomeView view, double weight) {

        double confidence() {
            return view == null ? 0 : view.confidence();
        }

        double points() {
            return weight * confidence();
        }

        boolean agreesWith(OutcomeView wanted) {
            return view == null || view.outcome().name().equals(wanted.outcome().name());
        }

        void addTo(List<String> parts) {
            if (view != null) {
                parts.add("%s: %s".formatted(rule, view.reason()));
            }
        }
    }
}
