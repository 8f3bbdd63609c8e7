package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.Decision;
import dev.tradesuite.orchestrator.order.TradeOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps decision documents. Every method joins the transaction it is called in. */
public interface DecisionStore {

    /** Adds the document of an execution that is under way. */
    void insertDraft(TradeDecision decision);

    /** Writes over the document of an execution that was under way. */
    DecisionDocument complete(TradeDecision decision);

    /** Adds a document that no order follows from. */
    DecisionDocument insert(TradeDecision decision);

    /**
     * Completes the document of an execution that was interrupted with what became of its order.
     *
     * @return the document; empty when it came to its end before
     */
    Optional<DecisionDocument> recover(UUID id, TradeOrder order);

    /** A document that is decided; empty while its execution is under way. */
    Optional<DecisionDocument> find(UUID id);

    /** Documents that are decided and match, newest first. */
    List<DecisionDocument> list(Filter filter);

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

    /**
     * What to look for; absent means any.
     *
     * @param accountId account in the books
     * @param only accounts that may be seen; absent: all may
     * @param symbol instrument
     * @param decision outcome
     * @param label whose fills they would be
     * @param from asked for at this time or later
     * @param to asked for before this time
     * @param slice which of them
     */
    record Filter(
            @Nullable String accountId,
            @Nullable Set<String> only,
            @Nullable String symbol,
            @Nullable Decision decision,
            @Nullable RunLabel label,
            @Nullable Instant from,
            @Nullable Instant to,
            DecisionSlice slice) {}

    /**
     * Which of many documents.
     *
     * @param before id of the last one of the page before; absent for the first
     * @param limit most to answer with
     */
    record DecisionSlice(@Nullable UUID before, int limit) {}
}
