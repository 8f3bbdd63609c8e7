package dev.tradesuite.orchestrator.trade.wire;

import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.orchestrator.trade.DecisionStore;
import dev.tradesuite.orchestrator.trade.DecisionStore.Document;
import dev.tradesuite.orchestrator.trade.Journal;
import dev.tradesuite.orchestrator.trade.Ticket;
import dev.tradesuite.orchestrator.trade.TradeDecision;
import dev.tradesuite.orchestrator.trade.TradeFlow;
import dev.tradesuite.orchestrator.trade.TradeIdea;
import dev.tradesuite.support.idempotency.Claim;
import dev.tradesuite.support.store.UnitOfWork;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets ideas run through the flow, keeps the documents and answers with them, as JSON. */
public final class DecisionDesk {

    private final TradeFlow flow;
    private final DecisionStore store;
    private final DecisionWriter writer;
    private final UnitOfWork work;
    private final DecisionMeters meters;

    public DecisionDesk(
            TradeFlow flow, DecisionStore store, DecisionWriter writer, UnitOfWork work, DecisionMeters meters) {
        this.flow = flow;
        this.store = store;
        this.writer = writer;
        this.work = work;
        this.meters = meters;
    }

    /** Decides and changes nothing. */
    public String analyze(TradeIdea idea, Ticket ticket) {
        return analyze(idea, ticket, Claim.NONE);
    }

    /** As {@link #analyze(TradeIdea, Ticket)}, for a request that may be repeated. */
    public String analyze(TradeIdea idea, Ticket ticket, Claim claim) {
        Kept kept = new Kept(claim);
        meters.count(flow.analyze(idea, ticket, kept));
        return kept.json();
    }

    /** Decides and sends the order. */
    public String execute(TradeIdea idea, Ticket ticket, Claim claim) {
        Kept kept = new Kept(claim);
        meters.count(flow.execute(idea, ticket, kept));
        return kept.json();
    }

    /** A document that is decided. */
    public Optional<String> find(UUID id) {
        return store.find(id).map(writer::inOrder);
    }

    /** Keeps the document and leaves it to the claim. */
    private final class Kept implements Journal {

        private final Claim claim;
        private @Nullable String json;

        Kept(Claim claim) {
            this.claim = claim;
        }

        @Override
        public void opened(TradeDecision draft, TradeOrder order) {
            claim.take(order.id());
            store.insert(writer.document(draft, true));
        }

        @Override
        public void decided(TradeDecision decision) {
            Document document = writer.document(decision, false);
            store.update(document);
            claim.answer(document.json());
            json = document.json();
        }

        /** No commit waits for the disk: no order was moved, so nothing is lost for anybody. */
        @Override
        public void concluded(TradeDecision decision) {
            Document document = writer.document(decision, false);
            if (claim == Claim.NONE) {
                store.insertAlone(document);
            } else {
                work.relaxed(() -> {
                    store.insert(document);
                    claim.answer(document.json());
                });
            }
            json = document.json();
        }

        String json() {
            if (json == null) {
                throw new IllegalStateException("the flow ended without a decision");
            }
            return json;
        }
    }
}
