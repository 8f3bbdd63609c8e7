package dev.tradesuite.ledger.prediction;

import dev.tradesuite.accounting.prediction.OutcomeTrade;
import dev.tradesuite.accounting.prediction.RunningBooks;
import dev.tradesuite.contracts.ledger.PortfolioOrder.Status;
import dev.tradesuite.contracts.ledger.PortfolioReason;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.ledger.prediction.RiskGate.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides on the orders of a batch, group by group, within one transaction. A group is a set, or an order that stands
 * alone: it is filled together or not at all. What comes of it is collected here, to be stored together.
 */
final class OrderBatch {

    private final BookedCycle cycle;
    private final RunningBooks books;
    private final Instant now;

    private final Map<UUID, OutcomeOrder> orders = new LinkedHashMap<>();
    private final List<OutcomeOrder> ended = new ArrayList<>();
    private final List<OutcomeOrder> givenBack = new ArrayList<>();

    OrderBatch(BookedCycle cycle, RunningBooks books, Instant now) {
        this.cycle = cycle;
        this.books = books;
        this.now = now;
    }

    /** Every order it has met, by id, as it stands now. */
    Map<UUID, OutcomeOrder> orders() {
        return orders;
    }

    /** Orders that are new to the cycle. */
    List<OutcomeOrder> added() {
        return orders.values().stream()
                .filter(order -> cycle.order(order.id()).isEmpty())
                .toList();
    }

    /** Orders that the cycle had before and that have ended now. */
    List<OutcomeOrder> ended() {
        return ended;
    }

    /** Of these, those that came to nothing and that risk-service may hold something for. */
    List<OutcomeOrder> givenBack() {
        return givenBack;
    }

    /** Orders that wait for risk-service. */
    List<OutcomeOrder> waiting() {
        return orders.values().stream().filter(order -> !order.isEnded()).toList();
    }

    /** The orders these trades filled. */
    List<OutcomeOrder> filledBy(List<OutcomeTrade> trades) {
        return trades.stream()
                .flatMap(trade -> Stream.ofNullable(trade.origin().orderId()))
                .flatMap(id -> Stream.ofNullable(orders.get(id)))
                .toList();
    }

    /** Fills the sales that risk-service gives leave for. */
    void sell(List<OutcomeOrder> group, @Nullable String broken, Map<UUID, Verdict> verdicts) {
        booked(group, broken, verdicts).forEach(this::filled);
    }

    /** Lets purchases wait for risk-service, and spends their cash on the running books. */
    void buy(List<OutcomeOrder> group, @Nullable String broken) {
        booked(group, broken, Map.of());
    }

    /** Fills the purchases that risk-service has reserved for, when the books still allow them. */
    void conclude(List<OutcomeOrder> group, Map<UUID, Verdict> verdicts) {
        booked(group, null, verdicts).forEach(this::filled);
    }

    /**
     * Books those orders of a group that have not ended; denies all of them when one cannot be booked.
     *
     * @param broken why the set of the group cannot be filled, when that is known
     * @return the orders booked
     */
    private List<OutcomeOrder> booked(List<OutcomeOrder> group, @Nullable String broken, Map<UUID, Verdict> verdicts) {
        List<OutcomeOrder> open = met(group);
        Map<UUID, List<Reason>> denials = new LinkedHashMap<>();
        open.forEach(order -> refused(verdicts.get(order.id()), order, denials));
        String missing = broken == null ? missingLeg(open) : broken;
        if (missing == null && denials.isEmpty()) {
            books.fill(open.stream()
                            .map(order -> new RunningBooks.Entry(order.id(), order.terms()))
                            .toList())
                    .forEach((id, reason) -> denials.put(id, List.of(reason)));
        }
        if (missing == null && denials.isEmpty()) {
            return open;
        }
        String why = missing == null ? deniedLeg(open, denials) : missing;
        for (OutcomeOrder order : open) {
            List<Reason> reasons = denials.getOrDefault(order.id(), List.of(notFilled(order, why)));
            denied(order, reasons, verdicts.get(order.id()) instanceof Verdict.Denied);
        }
        return List.of();
    }

    /** The orders of a group that have not ended, as they stand now. */
    private List<OutcomeOrder> met(List<OutcomeOrder> group) {
        List<OutcomeOrder> current = group.stream()
                .map(order -> cycle.order(order.id()).orElse(order))
                .toList();
        current.forEach(order -> orders.put(order.id(), order));
        return current.stream().filter(order -> !order.isEnded()).toList();
    }

    private static void refused(@Nullable Verdict verdict, OutcomeOrder order, Map<UUID, List<Reason>> denials) {
        switch (verdict) {
            case Verdict.Denied(List<Reason> reasons) -> denials.put(order.id(), reasons);
            case Verdict.Unsure(String message) ->
                denials.put(order.id(), List.of(new Reason(PortfolioReason.RISK_UNAVAILABLE.name(), message)));
            case Verdict.Reserved() -> {
                // It may be filled.
            }
            case null -> {
                // It has not been asked for yet.
            }
        }
    }

    /** A leg of the set that is not among these and was not filled; the others are then not filled either. */
    private @Nullable String missingLeg(List<OutcomeOrder> open) {
        String set = open.isEmpty() ? null : open.getFirst().set();
        if (set == null) {
            return null;
        }
        return cycle.orders().stream()
                .filter(order -> set.equals(order.set()) && order.status() != Status.FILLED)
                .filter(order -> open.stream().noneMatch(leg -> leg.id().equals(order.id())))
                .map(order -> "its leg in market %s is %s"
                        .formatted(order.terms().market().marketId(), order.status()))
                .findFirst()
                .orElse(null);
    }

    private static String deniedLeg(List<OutcomeOrder> open, Map<UUID, List<Reason>> denials) {
        return open.stream()
                .filter(order -> denials.containsKey(order.id()))
                .map(order -> "its leg in market %s is denied, %s"
                        .formatted(
                                order.terms().market().marketId(),
                                denials.getOrDefault(order.id(), List.of()).stream()
                                        .map(reason -> "%s: %s".formatted(reason.code(), reason.message()))
                                        .collect(Collectors.joining("; "))))
                .findFirst()
                .orElseThrow();
    }

    private static Reason notFilled(OutcomeOrder order, String why) {
        return new Reason(
                PortfolioReason.SET_NOT_FILLED.name(), "set %s is not filled: %s".formatted(order.set(), why));
    }

    private void filled(OutcomeOrder order) {
        BigDecimal shares = books.sharesOf(order.id());
        end(order.filled(shares, now));
    }

    private void denied(OutcomeOrder order, List<Reason> reasons, boolean nothingHeld) {
        OutcomeOrder denied = end(order.denied(reasons, now));
        if (!nothingHeld && cycle.order(order.id()).isPresent()) {
            givenBack.add(denied);
        }
    }

    private OutcomeOrder end(OutcomeOrder order) {
        orders.put(order.id(), order);
        if (cycle.order(order.id()).isPresent()) {
            ended.add(order);
        }
        return order;
    }
}
