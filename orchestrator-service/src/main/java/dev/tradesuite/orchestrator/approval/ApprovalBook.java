package dev.tradesuite.orchestrator.approval;

import dev.tradesuite.support.store.UnitOfWork;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Approvals as they move: each move is written together with the event that tells of it. */
final class ApprovalBook {

    private final Approvals approvals;
    private final ApprovalEvents events;
    private final UnitOfWork work;

    ApprovalBook(Approvals approvals, ApprovalEvents events, UnitOfWork work) {
        this.approvals = approvals;
        this.events = events;
        this.work = work;
    }

    /** Adds one; joins the transaction that is under way. */
    void add(Approval approval, @Nullable String trade) {
        work.durable(() -> {
            approvals.add(approval, trade);
            events.changed(approval);
        });
    }

    /** The approval, held; within a transaction. */
    Optional<Approval> held(UUID id) {
        return approvals.locked(id);
    }

    /** Writes a move of an approval that is held. */
    Approval moved(Approval approval) {
        approvals.save(approval);
        events.changed(approval);
        return approval;
    }

    /** The execution begins: nobody else has to hear of it. */
    void begun(Approval approval) {
        approvals.save(approval.begun());
    }

    /**
     * Ends an approved trade, unless somebody has done so.
     *
     * @param end what becomes of it; the same for: not yet
     * @return as it stands then
     */
    Optional<Approval> ended(UUID id, UnaryOperator<Approval> end) {
        return work.durable(() -> held(id).map(approval -> {
            Approval next = approval.isUnderWay() ? end.apply(approval) : approval;
            return next.equals(approval) ? approval : moved(next);
        }));
    }
}
