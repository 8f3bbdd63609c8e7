package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.orchestrator.order.TradeOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps decision documents. Every method joins the transaction it is called in. */
public interface DecisionStore {

    /** Adds the document of an execution that is under way. */
    void insertDraft(TradeDecision decision);

    /** Writes over the document of an execution that was under way. */
    DecisionDocument complete(TradeDecision decision);

    /** Adds a document that no order follows from. */
    DecisionDocument insert(TradeDecision decision);

    /**
     * As {@link #insert}, in a transaction of its own, whose commit does not wait for the disk. For what is only
     * analyzed: should the database machine lose power in the same moment, that document is lost, and no order rests on
     * it.
     */
    DecisionDocument insertAlone(TradeDecision decision);

    /**
     * Completes the document of an execution that was interrupted with what became of its order. Does nothing when it
     * came to its end.
     */
    void recover(UUID id, TradeOrder order);

    /** A document that is decided; empty while its execution is under way. */
    Optional<DecisionDocument> find(UUID id);

    /**
     * Accounts in the books a document is about: one, or none where it supposes one; empty when there is no such
     * document.
     */
    Optional<List<String>> accountsOf(UUID id);

    /**
     * Forgets documents, a part of them at a time; those that an order still refers to stay.
     *
     * @param before documents that no order was opened for, of requests before this
     * @param orderedBefore documents that an order was opened for, of requests before this
     * @return how many were forgotten
     */
    int forget(Instant before, Instant orderedBefore);
}
