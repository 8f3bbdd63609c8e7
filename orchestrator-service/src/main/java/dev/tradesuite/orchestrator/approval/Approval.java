package dev.tradesuite.orchestrator.approval;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.ApprovalKind;
import dev.tradesuite.contracts.orchestrator.ApprovalState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An approval. It moves from PENDING to APPROVED, REJECTED or EXPIRED, and a trade from APPROVED to EXECUTED or
 * NOT_EXECUTED; never otherwise.
 *
 * @param id names it
 * @param question what is asked
 * @param state where it stands
 * @param askedAt when it was asked
 * @param expiresAt when it can be decided no more
 * @param ruling what a person has decided; absent before that, and when nobody did
 * @param execution how an approved trade is carried out; absent for anything else
 * @param endedAt when it reached a final state; absent before that
 */
public record Approval(
        UUID id,
        ApprovalQuestion question,
        ApprovalState state,
        Instant askedAt,
        Instant expiresAt,
        @Nullable Ruling ruling,
        @Nullable Execution execution,
        @Nullable Instant endedAt) {

    public Approval {
        // As exact as they are kept, so that a repeat is answered with the same.
        askedAt = askedAt.truncatedTo(ChronoUnit.MICROS);
        expiresAt = expiresAt.truncatedTo(ChronoUnit.MICROS);
        endedAt = endedAt == null ? null : endedAt.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * How an approved trade is carried out.
     *
     * @param decisionId the decision that is made anew
     * @param begun whether its order was opened, or it is decided that there is none: it is not begun again
     * @param changes what does not hold any more
     */
    public record Execution(UUID decisionId, boolean begun, List<Reason> changes) {

        public Execution {
            changes = List.copyOf(changes);
        }
    }

    /** A new one, which waits for a person. */
    public static Approval asked(UUID id, ApprovalQuestion question, Instant at, Instant expiresAt) {
        return new Approval(id, question, ApprovalState.PENDING, at, expiresAt, null, null, null);
    }

    public boolean isPending() {
        return state == ApprovalState.PENDING;
    }

    public boolean isTrade() {
        return question.kind() == ApprovalKind.TRADE;
    }

    /** Whether its time is over and nobody has decided. */
    public boolean isOverdue(Instant now) {
        return isPending() && !expiresAt.isAfter(now);
    }

    /** Whether it is an approved trade whose outcome is not known yet. */
    public boolean isUnderWay() {
        return isTrade() && state == ApprovalState.APPROVED;
    }

    /**
     * Approved.
     *
     * @param decisionId names the decision that is made anew when it is a trade
     */
    Approval approved(Ruling by, UUID decisionId) {
        require(isPending());
        return isTrade()
                ? moved(ApprovalState.APPROVED, by, new Execution(decisionId, false, List.of()), null)
                : moved(ApprovalState.APPROVED, by, null, by.at());
    }

    Approval rejected(Ruling by) {
        require(isPending());
        return moved(ApprovalState.REJECTED, by, null, by.at());
    }

    Approval expired(Instant at) {
        require(isPending());
        return moved(ApprovalState.EXPIRED, null, null, at);
    }

    /** The one execution of an approved trade begins. */
    Approval begun() {
        Execution running = underWay();
        require(!running.begun);
        return moved(state, ruling, new Execution(running.decisionId, true, running.changes), null);
    }

    /** Its order is with the broker. */
    Approval executed(Instant at) {
        return moved(ApprovalState.EXECUTED, ruling, underWay(), at);
    }

    /** Nothing was executed. */
    Approval notExecuted(List<Reason> changes, Instant at) {
        Execution running = underWay();
        return moved(ApprovalState.NOT_EXECUTED, ruling, new Execution(running.decisionId, running.begun, changes), at);
    }

    private Execution underWay() {
        Execution running = execution;
        if (running == null || !isUnderWay()) {
            throw new IllegalStateException("approval %s is %s, and no trade that is under way".formatted(id, state));
        }
        return running;
    }

    private void require(boolean allowed) {
        if (!allowed) {
            throw new IllegalStateException("approval %s is %s already".formatted(id, state));
        }
    }

    private Approval moved(
            ApprovalState next, @Nullable Ruling by, @Nullable Execution nextExecution, @Nullable Instant end) {
        return new Approval(id, question, next, askedAt, expiresAt, by, nextExecution, end);
    }
}
