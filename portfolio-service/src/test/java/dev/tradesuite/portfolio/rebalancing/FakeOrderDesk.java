package dev.tradesuite.portfolio.rebalancing;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.RebalancingReason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** An orchestrator that keeps its own log: one order for each key, however often it is sent. */
final class FakeOrderDesk implements OrderDesk {

    /** Orders by key, in the order in which they came first. */
    final Map<String, PlannedOrder.Wanted> log = new LinkedHashMap<>();

    /** Every request to send, repeats too. */
    final List<String> requests = new ArrayList<>();

    /** Verdicts by symbol; the others are allowed. */
    final Map<String, Verdict> verdicts = new HashMap<>();

    /** Symbols whose orders are refused, and what else that stops. */
    final Map<String, Stop> refused = new HashMap<>();

    /** Lines that orders named, by key. */
    final Map<String, ApprovedLine> lines = new HashMap<>();

    /** Lots that are filled of an order in a symbol; the others are filled in full. */
    final Map<String, BigDecimal> fills = new HashMap<>();

    /** Symbols whose next answer is lost after the order was taken. */
    final Set<String> lost = new HashSet<>();

    private final Map<String, UUID> ids = new HashMap<>();
    private final KillPoints points;

    FakeOrderDesk(KillPoints points) {
        this.points = points;
    }

    @Override
    public Verdict check(String account, PlannedOrder.Wanted order) {
        return verdicts.getOrDefault(order.symbol(), new Verdict.Allowed());
    }

    @Override
    public Answer send(String account, PlannedOrder.Wanted order, String clientOrderId, ApprovedLine line) {
        points.pass();
        requests.add(clientOrderId);
        lines.put(clientOrderId, line);
        Stop stops = refused.get(order.symbol());
        if (stops != null) {
            return new Answer.Refused(Reason.of(RebalancingReason.ORDER_REFUSED, "denied"), stops);
        }
        log.putIfAbsent(clientOrderId, order);
        points.pass();
        if (lost.remove(order.symbol())) {
            return new Answer.Silent("the answer is lost");
        }
        return new Answer.Placed(new Progress(
                ids.computeIfAbsent(clientOrderId, _ -> UUID.randomUUID()),
                new RebalancingLine.Filled(
                        fills.getOrDefault(order.symbol(), order.lots()), Optional.of(order.limitPrice())),
                false,
                Optional.empty()));
    }

    @Override
    public Answer look(UUID orderId) {
        throw new AssertionError("every order ends at once");
    }
}
