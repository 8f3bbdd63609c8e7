package dev.tradesuite.portfolio.correlation;

import dev.tradesuite.contracts.market.RunLabel;
import java.util.Optional;

/**
 * Which labels returns may have.
 *
 * @param label the only one that counts; empty when none was named
 * @param mixed whether those of several labels go together
 */
public record ReturnLabels(Optional<RunLabel> label, boolean mixed) {

    /** Only returns of this label. */
    public static ReturnLabels only(RunLabel label) {
        return new ReturnLabels(Optional.of(label), false);
    }

    /** The one label that the returns have; refused when they have several. */
    public static ReturnLabels sole() {
        return new ReturnLabels(Optional.empty(), false);
    }

    /** All labels together, because that was asked for. Of one day LIVE counts before PAPER, and so on. */
    public static ReturnLabels any() {
        return new ReturnLabels(Optional.empty(), true);
    }

    /** The rule in a word. */
    String text() {
        return label.map(RunLabel::name).orElse(mixed ? "any" : "sole");
    }
}
