package dev.tradesuite.orchestrator.approval;

import dev.tradesuite.orchestrator.approval.ApprovalOutcome.Decided;
import dev.tradesuite.orchestrator.approval.ApprovalOutcome.OtherContent;
import dev.tradesuite.orchestrator.approval.ApprovalOutcome.OwnQuestion;
import dev.tradesuite.orchestrator.approval.ApprovalOutcome.TooLate;
import dev.tradesuite.orchestrator.approval.ApprovalOutcome.Unknown;
import dev.tradesuite.support.idempotency.Claim;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks for approvals and takes what persons decide.
 *
 * <p>Whoever decides holds the approval and looks whether it is pending still: of two at once one wins, whatever
 * instance they come to. One whose time is over becomes EXPIRED when it is touched, or at the next sweep.
 */
public final class ApprovalService {

    private static final int BATCH = 500;

    private final Approvals approvals;
    private final ApprovalBook book;
    private final ApprovedTrades trades;
    private final UnitOfWork work;
    private final ApprovalRules rules;
    private final Supplier<UUID> ids;
    private final Clock clock;

    ApprovalService(
            Approvals approvals,
            ApprovalBook book,
            ApprovedTrades trades,
            UnitOfWork work,
            ApprovalRules rules,
            Supplier<UUID> ids,
            Clock clock) {
        this.approvals = approvals;
        this.book = book;
        this.trades = trades;
        this.work = work;
        this.rules = rules;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Asks for an approval of what the asker carries out itself.
     *
     * @param expiresIn how long it can be decided; absent: as the setting says
     * @param alongside told of it in the transaction that adds it
     */
    public Approval ask(ApprovalQuestion question, @Nullable Duration expiresIn, Consumer<Approval> alongside) {
        Instant now = clock.instant();
        Approval asked =
                Approval.asked(ids.get(), question, now, now.plus(expiresIn == null ? rules.expiresIn() : expiresIn));
        work.durable(() -> {
            alongside.accept(asked);
            book.add(asked, null);
        });
        return asked;
    }

    /**
     * A person approves.
     *
     * @param hash hash of the payload as the approver has read it; absent when it does not say
     */
    public ApprovalOutcome approve(UUID id, @Nullable String hash, Ruling ruling, Claim claim) {
        ApprovalOutcome outcome = decided(id, claim, approval -> {
            if (hash != null && !hash.equals(approval.question().payloadHash())) {
                return new OtherContent(approval);
            }
            return rules.fourEyes() && ruling.by().equals(approval.question().askedBy())
                    ? new OwnQuestion(approval)
                    : new Decided(book.moved(approval.approved(ruling, ids.get())));
        });
        return outcome instanceof Decided(Approval approval) && approval.isTrade()
                ? new Decided(trades.execute(approval))
                : outcome;
    }

    /** A person says no. */
    public ApprovalOutcome reject(UUID id, Ruling ruling, Claim claim) {
        return decided(id, claim, approval -> new Decided(book.moved(approval.rejected(ruling))));
    }

    /** An approval as it stands; one whose time is over is EXPIRED. */
    public Optional<Approval> find(UUID id) {
        return approvals.find(id).flatMap(found -> found.isOverdue(clock.instant()) ? expired(id) : Optional.of(found));
    }

    /** Approvals that match, newest first. One whose time is over may be pending until the next sweep. */
    public List<Approval> list(Approvals.Filter filter) {
        return approvals.list(filter);
    }

    /** Ends those whose time is over. */
    public void expireOverdue() {
        approvals.overdue(clock.instant(), BATCH).forEach(this::expired);
    }

    private ApprovalOutcome decided(UUID id, Claim claim, Function<Approval, ApprovalOutcome> decide) {
        return work.durable(() -> {
            Optional<Approval> held = book.held(id).map(this::unlessOverdue);
            if (held.isEmpty()) {
                return new Unknown();
            }
            if (!held.get().isPending()) {
                return new TooLate(held.get());
            }
            ApprovalOutcome outcome = decide.apply(held.get());
            if (outcome instanceof Decided) {
                claim.take(id);
            }
            return outcome;
        });
    }

    private Optional<Approval> expired(UUID id) {
        return work.durable(() -> book.held(id).map(this::unlessOverdue));
    }

    private Approval unlessOverdue(Approval held) {
        Instant now = clock.instant();
        return held.isOverdue(now) ? book.moved(held.expired(now)) : held;
    }
}
