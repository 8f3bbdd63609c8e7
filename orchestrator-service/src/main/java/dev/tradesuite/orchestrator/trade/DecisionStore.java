package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.Decision;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps decision documents. Every method joins the transaction it is called in. */
public interface DecisionStore {

    /** Adds a document. */
    void insert(Document document);

    /** Writes over a document. */
    void update(Document document);

    /**
     * Adds a document in a transaction of its own, whose commit does not wait for the disk. For what is only analyzed:
     * should the database machine lose power in the same moment, that document is lost, and no order rests on it.
     */
    void insertAlone(Document document);

    /** A document that is decided; empty while its execution is under way. */
    Optional<String> find(UUID id);

    /** The draft of an execution that is under way, or was interrupted. */
    Optional<String> findDraft(UUID id);

    /**
     * A document.
     *
     * @param id names the decision
     * @param accountId account in the books; absent for a supposed one
     * @param symbol instrument
     * @param decision what was decided
     * @param label PAPER, LIVE or BACKTEST
     * @param draft whether the execution is under way
     * @param inputHash of what the decision rests on
     * @param requestedAt when the request came in
     * @param json the document
     */
    record Document(
            UUID id,
            @Nullable String accountId,
            String symbol,
            Decision decision,
            RunLabel label,
            boolean draft,
            String inputHash,
            Instant requestedAt,
            String json) {}
}
