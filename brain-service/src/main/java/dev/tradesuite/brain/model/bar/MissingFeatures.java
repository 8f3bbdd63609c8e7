package dev.tradesuite.brain.model.bar;

import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.learning.feature.FeatureGap;

/** Why bars have no features, as a reason to abstain. */
public final class MissingFeatures {

    private MissingFeatures() {}

    /**
     * The reason.
     *
     * @param closed closed bars there are
     * @param needed closed bars there must be
     */
    public static Reason reason(FeatureGap gap, int closed, int needed) {
        return switch (gap) {
            case TOO_FEW_BARS ->
                Reason.of(
                        SignalReason.NOT_ENOUGH_CANDLES,
                        "There are %d closed bars; the model needs %d.".formatted(closed, needed));
            case NO_RANGE -> Reason.of(SignalReason.NO_RANGE, gap.sentence());
        };
    }
}
