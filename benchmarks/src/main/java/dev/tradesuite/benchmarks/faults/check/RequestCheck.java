package dev.tradesuite.benchmarks.faults.check;

import static java.util.stream.Collectors.toMap;

import dev.tradesuite.benchmarks.faults.check.Books.CashFlow;
import dev.tradesuite.benchmarks.faults.check.Books.Order;
import dev.tradesuite.benchmarks.faults.check.Receipt.Kind;
import dev.tradesuite.benchmarks.faults.check.Violation.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Compares what clients were told with what was done: each request once, none lost, none that nobody sent. */
final class RequestCheck {

    private final Collection<Receipt> receipts;
    private final List<Violation> violations = new ArrayList<>();

    private RequestCheck(Collection<Receipt> receipts) {
        this.receipts = receipts;
    }

    static List<Violation> of(Books books, Collection<Receipt> receipts) {
        RequestCheck check = new RequestCheck(receipts);
        check.told(books);
        check.untold(
                Kind.ORDER,
                books.orders().stream()
                        .filter(order -> order.asked() && order.filled().signum() > 0)
                        .map(Order::id)
                        .toList());
        check.untold(
                Kind.CASH_FLOW, books.cashFlows().stream().map(CashFlow::id).toList());
        return check.violations;
    }

    private void told(Books books) {
        Map<UUID, Order> orders = books.orders().stream().collect(toMap(Order::id, order -> order));
        Set<UUID> flows = new HashSet<>();
        books.cashFlows().forEach(flow -> flows.add(flow.id()));
        Map<UUID, String> keys = new HashMap<>();
        Map<String, UUID> subjects = new HashMap<>();
        for (Receipt receipt : receipts) {
            UUID subject = receipt.subject();
            if (subject == null) {
                continue;
            }
            String before = keys.put(subject, receipt.key());
            if (before != null && !before.equals(receipt.key())) {
                found("%s is the answer to two requests, %s and %s".formatted(subject, before, receipt.key()));
            }
            UUID earlier = subjects.put(receipt.key(), subject);
            if (earlier != null && !earlier.equals(subject)) {
                found("%s was answered with %s and with %s".formatted(receipt.key(), earlier, subject));
            }
            if (receipt.kind() == Kind.CASH_FLOW) {
                if (!flows.contains(subject)) {
                    found("cash flow %s was acknowledged to %s and is not booked".formatted(subject, receipt.key()));
                }
                continue;
            }
            Order order = orders.get(subject);
            if (order == null) {
                found("order %s was acknowledged to %s and is not there".formatted(subject, receipt.key()));
            } else if (order.filled().compareTo(receipt.filledLots()) < 0) {
                found("order %s: %s lots were acknowledged to %s as filled, %s are"
                        .formatted(subject, receipt.filledLots(), receipt.key(), order.filled()));
            }
        }
    }

    /** What no answer tells of must belong to a request that had none. */
    private void untold(Kind kind, List<UUID> done) {
        Set<UUID> told = new HashSet<>();
        long open = 0;
        for (Receipt receipt : receipts) {
            if (receipt.subject() != null) {
                told.add(receipt.subject());
            } else if (receipt.kind() == kind && !receipt.answered()) {
                open++;
            }
        }
        List<UUID> unknown = done.stream().filter(id -> !told.contains(id)).toList();
        if (unknown.size() > open) {
            found("%d of kind %s were done that no answer tells of, %d requests had no answer: %s"
                    .formatted(unknown.size(), kind, open, unknown));
        }
    }

    private void found(String evidence) {
        violations.add(new Violation(Rule.REQUEST, evidence));
    }
}
