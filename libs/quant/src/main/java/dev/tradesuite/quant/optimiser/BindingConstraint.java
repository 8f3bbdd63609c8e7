package dev.tradesuite.quant.optimiser;

import java.util.Locale;

/**
 * A limit that keeps the objective from being better.
 *
 * @param subject what is limited: an asset, a group, the turnover
 * @param isMost whether it is the upper limit that binds
 * @param limit in weight
 * @param shadowPrice gain of the objective for each unit of weight by which it is loosened, above 0; holds for small
 *     changes
 * @param objective what gains: volatility falls, the others rise
 */
public record BindingConstraint(String subject, boolean isMost, double limit, double shadowPrice, String objective) {

    /** The limit in words, such as {@code MA at most 20 %}. */
    public String name() {
        return "%s at %s %s".formatted(subject, isMost ? "most" : "least", Constraints.percent(limit));
    }

    /** In words, for one percentage point. */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "%s: one percentage point more room is worth %.6f of %s",
                name(),
                shadowPrice / 100,
                objective);
    }
}
