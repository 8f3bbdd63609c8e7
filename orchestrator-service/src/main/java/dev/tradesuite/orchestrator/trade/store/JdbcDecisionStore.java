package dev.tradesuite.orchestrator.trade.store;

import dev.tradesuite.orchestrator.trade.DecisionStore;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code decision}. */
@Component
final class JdbcDecisionStore implements DecisionStore {

    private static final String INSERT =
            """
            INSERT INTO decision (id, account_id, symbol, decision, label, draft, input_hash, requested_at, document)
            """;

    /** As one statement, which is a transaction by itself: the setting holds for its commit and no longer. */
    private static final String INSERT_RELAXED = INSERT
            + """
            SELECT ?::uuid, ?, ?, ?, ?, ?::boolean, ?, ?::timestamptz, ?::jsonb
            FROM set_config('synchronous_commit', 'off', true)
            """;

    private final JdbcClient jdbc;

    JdbcDecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void insert(Document document) {
        add(INSERT + "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)", document);
    }

    @Override
    public void insertAlone(Document document) {
        add(INSERT_RELAXED, document);
    }

    private void add(String sql, Document document) {
        jdbc.sql(sql)
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
