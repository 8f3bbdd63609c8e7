package dev.tradesuite.orchestrator.trade.store;

import dev.tradesuite.orchestrator.trade.DecisionStore;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Table {@code decision}.
 *
 * <p>What is only analyzed is kept in a transaction whose commit does not wait for the disk. Should the database
 * machine lose power in the same moment, that document is lost, and nothing else: no order rests on it.
 */
@Component
final class JdbcDecisionStore implements DecisionStore {

    private final JdbcClient jdbc;

    JdbcDecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void insert(Document document) {
        jdbc.sql(
                        """
                        INSERT INTO decision
                            (id, account_id, symbol, decision, label, draft, input_hash, requested_at, document)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                        """)
                .param(document.id())
                .param(document.accountId())
                .param(document.symbol())
                .param(document.decision().name())
                .param(document.label().name())
                .param(document.draft())
                .param(document.inputHash())
                .param(Timestamp.from(document.requestedAt()))
                .param(document.json())
                .update();
    }

    @Override
    public void update(Document document) {
        jdbc.sql(
                        """
                        UPDATE decision SET decision = ?, draft = ?, input_hash = ?, document = ?::jsonb WHERE id = ?
                        """)
                .params(
                        document.decision().name(),
                        document.draft(),
                        document.inputHash(),
                        document.json(),
                        document.id())
                .update();
    }

    @Override
    public Optional<String> find(UUID id) {
        return document(id, false);
    }

    @Override
    public Optional<String> findDraft(UUID id) {
        return document(id, true);
    }

    private Optional<String> document(UUID id, boolean draft) {
        return jdbc.sql("SELECT document FROM decision WHERE id = ? AND draft = ?")
                .params(id, draft)
                .query(String.class)
                .optional();
    }
}
