package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.orchestrator.order.MemoryWork;
import dev.tradesuite.orchestrator.order.TradeOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Ids of the decisions that were told of, by transactions that committed. */
final class ToldDecisions implements DecisionEvents {

    private final List<UUID> ids = new ArrayList<>();

    ToldDecisions(MemoryWork work) {
        work.takesPart(() -> {
            List<UUID> before = List.copyOf(ids);
            return () -> {
                ids.clear();
                ids.addAll(before);
            };
        });
    }

    @Override
    public void made(TradeDecision decision) {
        ids.add(decision.id());
    }

    @Override
    public void recovered(DecisionDocument document, TradeOrder order) {
        ids.add(document.id());
    }

    List<UUID> all() {
        return List.copyOf(ids);
    }
}
