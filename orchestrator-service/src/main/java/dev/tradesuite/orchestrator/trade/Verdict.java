package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.orchestrator.order.TradeOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes down how an execution ends, in the transaction that moves its order. */
final class Verdict implements Placement.Witness {

    private final Draft draft;
    private final Journal journal;
    private @Nullable TradeDecision decision;

    Verdict(Draft draft, Journal journal) {
        this.draft = draft;
        this.journal = journal;
    }

    @Override
    public void comesTo(String step) {
        draft.comesTo(step);
    }

    @Override
    public void opened(TradeOrder order) {
        // Should nothing more be written, this is what happened.
        journal.opened(draft.reject(TradeReason.INTERRUPTED.reason()), order);
    }

    @Override
    public void ended(Placement.Outcome outcome) {
        decision = decided(outcome);
        journal.decided(decision);
    }

    /** The decision; empty before the placement has come to its end. */
    Optional<TradeDecision> decision() {
        return Optional.ofNullable(decision);
    }

    private TradeDecision decided(Placement.Outcome outcome) {
        return switch (outcome) {
            case Placement.Outcome.NotReserved unanswered -> draft.reject(unanswered.cause());
            case Placement.Outcome.Denied denied -> {
                draft.assessed(denied.assessment());
                yield draft.reject(
                        TradeReason.RISK_DENIED.reason(), denied.assessment().denials());
            }
            case Placement.Outcome.Sent sent -> {
                draft.assessed(sent.assessment());
                if (!sent.confirmed()) {
                    draft.warn(TradeReason.BROKER_UNCERTAIN.reason());
                }
                yield draft.proceed(sent.order());
            }
        };
    }
}
