package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.support.idempotency.Claim;
import dev.tradesuite.support.store.UnitOfWork;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets ideas run through the flow, keeps the documents, answers with them and tells of each. */
public final class DecisionService {

    private final TradeFlow flow;
    private final DecisionStore store;
    private final DecisionEvents events;
    private final TradeApprovals approvals;
    private final UnitOfWork work;
    private final DecisionMeters meters;

    public DecisionService(
            TradeFlow flow,
            DecisionStore store,
            DecisionEvents events,
            TradeApprovals approvals,
            UnitOfWork work,
            DecisionMeters meters) {
        this.flow = flow;
        this.store = store;
        this.events = events;
        this.approvals = approvals;
        this.work = work;
        this.meters = meters;
    }

    /** Decides and changes nothing. */
    public DecisionDocument analyze(TradeIdea idea, Ticket ticket) {
        return analyze(idea, ticket, Claim.NONE);
    }

    /** As {@link #analyze(TradeIdea, Ticket)}, for a request that may be repeated. */
    public DecisionDocument analyze(TradeIdea idea, Ticket ticket, Claim claim) {
        IdempotentDecision journal = new IdempotentDecision(claim, ticket);
        meters.count(flow.analyze(idea, ticket, journal));
        return journal.document();
    }

    /** Decides and sends the order. */
    public DecisionDocument execute(TradeIdea idea, Ticket ticket, Claim claim) {
        return settle(idea, ticket, claim).document;
    }

    /** As {@link #execute}, for what follows from the decision. */
    public Settled settle(TradeIdea idea, Ticket ticket, Claim claim) {
        IdempotentDecision journal = new IdempotentDecision(claim, ticket);
        TradeDecision decision = flow.execute(idea, ticket, journal);
        meters.count(decision);
        return new Settled(decision, journal.document());
    }

    /**
     * Decides and, where it is to be executed, sends the order; for what follows from one decision to the next.
     *
     * @param execute whether the order is sent
     */
    public Settled settle(TradeIdea idea, Ticket ticket, boolean execute) {
        IdempotentDecision journal = new IdempotentDecision(Claim.NONE, ticket);
        TradeDecision decision = execute ? flow.execute(idea, ticket, journal) : flow.analyze(idea, ticket, journal);
        meters.count(decision);
        return new Settled(decision, journal.document());
    }

    /** A decision and its document. */
    public record Settled(TradeDecision decision, DecisionDocument document) {}

    /** A document that is decided. */
    public Optional<DecisionDocument> find(UUID id) {
        return store.find(id);
    }

    /** Documents that are decided and match, newest first. */
    public List<DecisionDocument> list(DecisionStore.Filter filter) {
        return store.list(filter);
    }

    /** Keeps the document, and has a repeat of the request answered with it. */
    private final class IdempotentDecision implements DecisionJournal {

        private final Claim claim;
        private final Ticket ticket;
        private @Nullable DecisionDocument document;

        IdempotentDecision(Claim claim, Ticket ticket) {
            this.claim = claim;
            this.ticket = ticket;
        }

        @Override
        public void opened(TradeDecision draft, TradeOrder order) {
            claim.take(draft.id());
            store.insertDraft(draft);
        }

        @Override
        public void decided(TradeDecision decision) {
            document = store.complete(decision);
            events.made(decision);
        }

        @Override
        public void waiting(TradeDecision decision) {
            document = work.durable(() -> {
                claim.take(decision.id());
                approvals.ask(decision, ticket.askedBy());
                return told(decision);
            });
        }

        /** No commit waits for the disk: no order was moved, so nothing is lost for anybody. */
        @Override
        public void concluded(TradeDecision decision) {
            document = work.relaxed(() -> {
                claim.take(decision.id());
                return told(decision);
            });
        }

        private DecisionDocument told(TradeDecision decision) {
            DecisionDocument stored = store.insert(decision);
            events.made(decision);
            return stored;
        }

        DecisionDocument document() {
            if (document == null) {
                throw new IllegalStateException("the flow ended without a decision");
            }
            return document;
        }
    }
}
