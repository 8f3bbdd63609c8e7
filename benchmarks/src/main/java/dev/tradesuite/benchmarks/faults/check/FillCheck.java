package dev.tradesuite.benchmarks.faults.check;

import static java.util.stream.Collectors.groupingBy;

import dev.tradesuite.benchmarks.faults.check.Books.Execution;
import dev.tradesuite.benchmarks.faults.check.Books.Fill;
import dev.tradesuite.benchmarks.faults.check.Books.Order;
import dev.tradesuite.benchmarks.faults.check.Books.Trade;
import dev.tradesuite.benchmarks.faults.check.Violation.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Compares what the broker executed, what the orchestrator knows of it, and what is in the books. */
final class FillCheck {

    private FillCheck() {}

    static List<Violation> of(Books books) {
        List<Violation> violations = new ArrayList<>();
        fillsAndTrades(books, violations);
        executionsAndFills(books, violations);
        return violations;
    }

    private static void fillsAndTrades(Books books, List<Violation> violations) {
        Map<UUID, List<Trade>> trades = books.trades().stream().collect(groupingBy(Trade::fillId));
        for (Fill fill : books.fills()) {
            List<Trade> booked = trades.getOrDefault(fill.id(), List.of());
            trades.remove(fill.id());
            if (booked.size() != 1) {
                violations.add(new Violation(
                        Rule.FILL,
                        "fill %s of order %s (%s lots) is booked %d times"
                                .formatted(fill.id(), fill.orderId(), fill.lots(), booked.size())));
            } else if (!isOf(booked.getFirst(), fill)) {
                violations.add(new Violation(Rule.FILL, "%s is booked as %s".formatted(fill, booked.getFirst())));
            }
        }
        trades.values()
                .forEach(unknown -> violations.add(new Violation(
                        Rule.FILL, "%s is booked and the orchestrator has no such fill".formatted(unknown))));
    }

    private static boolean isOf(Trade trade, Fill fill) {
        return trade.orderId().equals(fill.orderId())
                && LedgerCheck.same(trade.lots(), fill.lots())
                && LedgerCheck.same(trade.price(), fill.price())
                && LedgerCheck.same(trade.commission(), fill.commission());
    }

    private static void executionsAndFills(Books books, List<Violation> violations) {
        Map<UUID, BigDecimal> filled = new HashMap<>();
        books.fills().forEach(fill -> filled.merge(fill.orderId(), fill.lots(), BigDecimal::add));
        Map<String, BigDecimal> executed = new HashMap<>();
        for (Execution execution : books.executions()) {
            executed.merge(execution.clientOrderId(), execution.lots(), BigDecimal::add);
        }
        for (Order order : books.orders()) {
            BigDecimal inFills = filled.getOrDefault(order.id(), BigDecimal.ZERO);
            BigDecimal removed = executed.remove(order.clientOrderId());
            BigDecimal atBroker = removed == null ? BigDecimal.ZERO : removed;
            if (!LedgerCheck.same(order.filled(), inFills) || !LedgerCheck.same(inFills, atBroker)) {
                violations.add(new Violation(
                        Rule.FILL,
                        "order %s (%s) says %s lots are filled, its fills %s, the broker %s"
                                .formatted(order.id(), order.status(), order.filled(), inFills, atBroker)));
            }
        }
        executed.forEach((order, lots) -> violations.add(new Violation(
                Rule.FILL, "the broker executed %s lots of %s, which is no order here".formatted(lots, order))));
    }
}
