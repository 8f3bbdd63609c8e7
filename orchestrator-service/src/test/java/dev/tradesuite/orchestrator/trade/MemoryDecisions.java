package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.orchestrator.Decision;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.orchestrator.order.MemoryWork;
import dev.tradesuite.orchestrator.order.TradeOrder;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Decisions in memory; the text of a document is the decision and where its order stands. */
final class MemoryDecisions implements DecisionStore {

    private final Map<UUID, Row> rows = new LinkedHashMap<>();

    MemoryDecisions(MemoryWork work) {
        work.takesPart(() -> {
            Map<UUID, Row> before = new LinkedHashMap<>(rows);
            return () -> {
                rows.clear();
                rows.putAll(before);
            };
        });
    }

    record Row(boolean draft, Decision decision, String text, TradeDecision written) {}

    /** The decision as it was written last. */
    TradeDecision written(UUID id) {
        return Objects.requireNonNull(rows.get(id)).written;
    }

    List<Row> all() {
        return List.copyOf(rows.values());
    }

    @Override
    public void insertDraft(TradeDecision decision) {
        put(decision, true);
    }

    @Override
    public DecisionDocument complete(TradeDecision decision) {
        return put(decision, false);
    }

    @Override
    public DecisionDocument insert(TradeDecision decision) {
        return put(decision, false);
    }

    @Override
    public Optional<DecisionDocument> recover(UUID id, TradeOrder order) {
        return Optional.ofNullable(rows.get(id)).filter(Row::draft).map(draft -> {
            Row completed = recovered(draft, order);
            rows.put(id, completed);
            return new DecisionDocument(id, completed.text);
        });
    }

    @Override
    public Optional<List<String>> accountsOf(UUID id) {
        throw new UnsupportedOperationException("whose a document is, nobody asks here");
    }

    @Override
    public Optional<DecisionDocument> find(UUID id) {
        return Optional.ofNullable(rows.get(id))
                .filter(row -> !row.draft)
                .map(row -> new DecisionDocument(id, row.text));
    }

    @Override
    public List<DecisionDocument> list(Filter filter) {
        throw new UnsupportedOperationException("nobody lists documents here");
    }

    @Override
    public int forget(Instant before, Instant orderedBefore) {
        throw new UnsupportedOperationException();
    }

    private static Row recovered(Row draft, TradeOrder order) {
        Decision decision = order.status() == OrderStatus.CANCELLED ? Decision.REJECT : Decision.PROCEED;
        return new Row(false, decision, text(decision, order), draft.written);
    }

    private DecisionDocument put(TradeDecision decision, boolean draft) {
        String text = text(decision.outcome().decision(), decision.order());
        rows.put(decision.id(), new Row(draft, decision.outcome().decision(), text, decision));
        return new DecisionDocument(decision.id(), text);
    }

    private static String text(Decision decision, @Nullable TradeOrder order) {
        return decision + (order == null ? "" : " " + order.status());
    }
}
