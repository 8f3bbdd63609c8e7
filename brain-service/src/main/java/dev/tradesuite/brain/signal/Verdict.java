package dev.tradesuite.brain.signal;

import dev.tradesuite.brain.advisor.AdvisorOpinion;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.market.SignalAction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What the votes come to.
 *
 * @param action BUY, SELL or HOLD
 * @param score weighted mean of the votes, -1 to 1; absent when there was nothing to vote on
 * @param confidence 0 to 1: how far the score lies from zero, lowered by advisors; absent without a score
 * @param reasons why; the first one decided, later ones changed it
 */
record Verdict(SignalAction action, @Nullable Double score, @Nullable Double confidence, List<Because> reasons) {

    Verdict {
        reasons = List.copyOf(reasons);
    }

    /** HOLD, because there is nothing to vote on. */
    static Verdict without(Because why) {
        return new Verdict(SignalAction.HOLD, null, null, List.of(why));
    }

    /** The verdict of the votes by the thresholds of the settings. */
    static Verdict of(List<Vote> votes, SignalSettings settings) {
        OptionalDouble mean = Score.of(votes);
        if (mean.isEmpty()) {
            return without(new Because(SignalReason.NO_DATA, "No source with a weight has what it needs to vote."));
        }
        double score = mean.getAsDouble();
        double buy = settings.buyThreshold();
        double sell = settings.sellThreshold();
        if (score >= buy) {
            return of(
                    SignalAction.BUY,
                    score,
                    SignalReason.SCORE_ABOVE_BUY_THRESHOLD,
                    "reaches the buy threshold of " + Figures.signed(buy));
        }
        if (score <= sell) {
            return of(
                    SignalAction.SELL,
                    score,
                    SignalReason.SCORE_BELOW_SELL_THRESHOLD,
                    "reaches the sell threshold of " + Figures.signed(sell));
        }
        return of(
                SignalAction.HOLD,
                score,
                SignalReason.SCORE_BETWEEN_THRESHOLDS,
                "lies between " + Figures.signed(sell) + " and " + Figures.signed(buy));
    }

    private static Verdict of(SignalAction action, double score, SignalReason reason, String says) {
        String message = "The weighted score " + Figures.signed(score) + " " + says + ".";
        return new Verdict(action, score, Math.abs(score), List.of(new Because(reason, message)));
    }

    /**
     * This verdict after the objections of advisors.
     *
     * <p>The strongest objection counts: it multiplies the confidence by 1 - objection, and what is left must still
     * reach the threshold of the action, or the action becomes HOLD. An objection of 1 is a veto. Without an objection
     * to the action the verdict is unchanged; there is no way to raise it.
     */
    Verdict restrainedBy(List<AdvisorOpinion> opinions, SignalSettings settings) {
        Optional<AdvisorOpinion> strongest = opinions.stream()
                .max(Comparator.comparingDouble(opinion -> opinion.objections().to(action)));
        double objection =
                strongest.map(opinion -> opinion.objections().to(action)).orElse(0.0);
        if (objection == 0 || confidence == null) {
            return this;
        }
        return restrainedBy(strongest.orElseThrow(), objection, confidence, settings);
    }

    private Verdict restrainedBy(
            AdvisorOpinion opinion, double objection, double unrestrained, SignalSettings settings) {
        if (objection == 1) {
            return with(
                    SignalAction.HOLD,
                    0,
                    SignalReason.ADVISOR_VETO,
                    opinion.advisor() + " vetoes " + action + ": "
                            + opinion.objections().reason());
        }
        double lowered = Math.round(unrestrained * (1 - objection) * 1e6) / 1e6;
        double needed = action == SignalAction.BUY ? settings.buyThreshold() : -settings.sellThreshold();
        return with(
                lowered >= needed ? action : SignalAction.HOLD,
                lowered,
                SignalReason.ADVISOR_LOWERED_CONFIDENCE,
                "%s objects to %s by %s, which lowers the confidence from %s to %s%s: %s"
                        .formatted(
                                opinion.advisor(),
                                action,
                                Figures.twoDecimals(objection),
                                Figures.twoDecimals(unrestrained),
                                Figures.twoDecimals(lowered),
                                lowered >= needed ? "" : ", below the " + Figures.twoDecimals(needed) + " it takes",
                                opinion.objections().reason()));
    }

    private Verdict with(SignalAction newAction, double newConfidence, SignalReason reason, String message) {
        List<Because> all = new ArrayList<>(reasons);
        all.add(new Because(reason, message));
        return new Verdict(newAction, score, newConfidence, all);
    }
}
