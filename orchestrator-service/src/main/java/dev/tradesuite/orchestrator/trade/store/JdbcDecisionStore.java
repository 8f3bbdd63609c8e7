package dev.tradesuite.orchestrator.trade.store;

import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.orchestrator.trade.DecisionDocument;
import dev.tradesuite.orchestrator.trade.DecisionDocuments;
import dev.tradesuite.orchestrator.trade.DecisionStore;
import dev.tradesuite.orchestrator.trade.TradeDecision;
import dev.tradesuite.support.Ids;
import dev.tradesuite.support.store.TimeColumns;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code decision}. */
@Component
final class JdbcDecisionStore implements DecisionStore {

    private static final int PART = 1_000;

    private final JdbcClient jdbc;
    private final DecisionDocuments documents;

    JdbcDecisionStore(JdbcClient jdbc, DecisionDocuments documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    @Override
    public void insertDraft(TradeDecision decision) {
        insert(decision, true);
    }

    @Override
    public DecisionDocument insert(TradeDecision decision) {
        return insert(decision, false);
    }

    @Override
    public DecisionDocument complete(TradeDecision decision) {
        DecisionDocument document = new DecisionDocument(decision.id(), documents.written(decision));
        update(document, decision.outcome().decision().name());
        return document;
    }

    @Override
    public Optional<DecisionDocument> recover(UUID id, TradeOrder order) {
        return document(id, true).map(draft -> {
            DecisionDocuments.Completed completed = documents.completed(draft, order);
            DecisionDocument document = new DecisionDocument(id, completed.text());
            update(document, completed.decision().name());
            return document;
        });
    }

    @Override
    public Optional<DecisionDocument> find(UUID id) {
        return document(id, false).map(text -> new DecisionDocument(id, text));
    }

    /** Ids are in the order of time, so that the time is a part of them. */
    @Override
    public List<DecisionDocument> list(Filter filter) {
        Map<String, Object> params = new HashMap<>();
        List<String> conditions = new ArrayList<>(List.of("NOT draft"));
        condition(conditions, params, "account_id = :account", "account", filter.accountId());
        if (filter.only() != null) {
            conditions.add("account_id = ANY (:only)");
            params.put("only", filter.only().toArray(String[]::new));
        }
        condition(conditions, params, "symbol = :symbol", "symbol", filter.symbol());
        condition(conditions, params, "decision = :decision", "decision", name(filter.decision()));
        condition(conditions, params, "label = :label", "label", name(filter.label()));
        condition(conditions, params, "id >= :from", "from", filter.from() == null ? null : Ids.least(filter.from()));
        condition(conditions, params, "id < :to", "to", filter.to() == null ? null : Ids.least(filter.to()));
        condition(conditions, params, "id < :before", "before", filter.slice().before());
        params.put("limit", filter.slice().limit());
        return jdbc.sql("SELECT id, document FROM decision WHERE %s ORDER BY id DESC LIMIT :limit"
                        .formatted(String.join(" AND ", conditions)))
                .params(params)
                .query((row, _) -> new DecisionDocument(row.getObject("id", UUID.class), row.getString("document")))
                .list();
    }

    private static void condition(
            List<String> conditions,
            Map<String, Object> params,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            params.put(name, value);
        }
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    @Override
    public Optional<List<String>> accountsOf(UUID id) {
        return jdbc.sql("SELECT account_id FROM decision WHERE id = :id")
                .param("id", id)
                .query((row, _) ->
                        Stream.ofNullable(row.getString("account_id")).toList())
                .optional();
    }

    @Override
    public int forget(Instant before, Instant orderedBefore) {
        return jdbc.sql(
                        """
                        DELETE FROM decision WHERE id IN (
                            SELECT id FROM decision
                            WHERE (NOT ordered AND requested_at < :before
                                OR ordered AND requested_at < :orderedBefore)
                              AND NOT EXISTS (SELECT FROM trade_order WHERE decision_id = decision.id)
                            LIMIT :part)
                        """)
                .param("before", TimeColumns.of(before))
                .param("orderedBefore", TimeColumns.of(orderedBefore))
                .param("part", PART)
                .update();
    }

    private DecisionDocument insert(TradeDecision decision, boolean draft) {
        DecisionDocument document = new DecisionDocument(decision.id(), documents.written(decision));
        jdbc.sql(
                        """
                        INSERT INTO decision
                            (id, account_id, symbol, decision, label, draft, ordered, requested_at, document)
                        VALUES
                            (:id, :accountId, :symbol, :decision, :label, :draft, :draft, :requestedAt,
                             :document::json)
                        """)
                .paramSource(new Row(
                        decision.id(),
                        decision.idea().accountId().orElse(null),
                        decision.idea().symbol(),
                        decision.outcome().decision().name(),
                        decision.label().name(),
                        draft,
                        TimeColumns.of(decision.times().requestedAt()),
                        document.text()))
                .update();
        return document;
    }

    private void update(DecisionDocument document, String decision) {
        jdbc.sql("UPDATE decision SET decision = :decision, draft = false, document = :document::json WHERE id = :id")
                .param("decision", decision)
                .param("document", document.text())
                .param("id", document.id())
                .update();
    }

    private Optional<String> document(UUID id, boolean draft) {
        return jdbc.sql("SELECT document FROM decision WHERE id = :id AND draft = :draft")
                .param("id", id)
                .param("draft", draft)
                .query(String.class)
                .optional();
    }

    private record Row(
            UUID id,
            @Nullable String accountId,
            String symbol,
            String decision,
            String label,
            boolean draft,
            OffsetDateTime requestedAt,
            String document) {}
}
