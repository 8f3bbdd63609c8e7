package dev.tradesuite.brain.signal;

import dev.tradesuite.brain.advisor.AdvisorOpinion;
import dev.tradesuite.brain.model.Figures;
import dev.tradesuite.brain.model.ModelSignal;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.SignalAction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the signal of a model comes to.
 *
 * @param action BUY, SELL or HOLD
 * @param score -1 to 1; absent for a model without one, and when it abstained
 * @param confidence 0 to 1, lowered by advisors; absent when the model abstained
 * @param reasons why; the first one decided, later ones changed it
 */
record SignalVerdict(SignalAction action, @Nullable Double score, @Nullable Double confidence, List<Reason> reasons) {

    SignalVerdict {
        reasons = List.copyOf(reasons);
    }

    /** The verdict of a model; HOLD when it abstained. */
    static SignalVerdict of(ModelSignal signal) {
        return switch (signal) {
            case ModelSignal.Decided decided ->
                new SignalVerdict(decided.action(), decided.score(), decided.confidence(), List.of(decided.reason()));
            case ModelSignal.Abstained abstained ->
                new SignalVerdict(SignalAction.HOLD, null, null, List.of(abstained.reason()));
        };
    }

    /**
     * This verdict after the objections of advisors.
     *
     * <p>The strongest objection counts: it multiplies the confidence by 1 - objection, and what is left must still be
     * what the action takes, or the action becomes HOLD. An objection of 1 is a veto. Without an objection to the
     * action the verdict is unchanged; there is no way to raise it.
     *
     * @param needed least confidence the action takes, 0 to 1
     */
    SignalVerdict restrainedBy(List<AdvisorOpinion> opinions, double needed) {
        Optional<AdvisorOpinion> strongest = opinions.stream()
                .max(Comparator.comparingDouble(opinion -> opinion.objections().to(action)));
        double objection =
                strongest.map(opinion -> opinion.objections().to(action)).orElse(0.0);
        if (objection == 0 || confidence == null) {
            return this;
        }
        return restrainedBy(strongest.orElseThrow(), objection, confidence, needed);
    }

    private SignalVerdict restrainedBy(AdvisorOpinion opinion, double objection, double unrestrained, double needed) {
        if (objection == 1) {
            return with(
                    SignalAction.HOLD,
                    0,
                    Reason.of(
                            SignalReason.ADVISOR_VETO,
                            opinion.advisor() + " vetoes " + action + ": "
                                    + opinion.objections().reason()));
        }
        double lowered = Math.round(unrestrained * (1 - objection) * 1e6) / 1e6;
        String message = "%s objects to %s by %s, which lowers the confidence from %s to %s%s: %s"
                .formatted(
                        opinion.advisor(),
                        action,
                        Figures.twoDecimals(objection),
                        Figures.twoDecimals(unrestrained),
                        Figures.twoDecimals(lowered),
                        lowered >= needed ? "" : ", below the " + Figures.twoDecimals(needed) + " it takes",
                        opinion.objections().reason());
        return with(
                lowered >= needed ? action : SignalAction.HOLD,
                lowered,
                Reason.of(SignalReason.ADVISOR_LOWERED_CONFIDENCE, message));
    }

    private SignalVerdict with(SignalAction newAction, double newConfidence, Reason reason) {
        List<Reason> all = new ArrayList<>(reasons);
        all.add(reason);
        return new SignalVerdict(newAction, score, newConfidence, all);
    }
}
