package dev.tradesuite.broker.paper;

import dev.tradesuite.broker.BrokerOrderStatus;
import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.HeldLots;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The orders that close a position again: how they come to be, how the legs of a bracket cancel one another, and how
 * their lots follow what their holder has, so that none ever wants more than that.
 */
final class PaperBrackets {

    private final PaperOrders orders;
    private final PaperPrices prices;

    PaperBrackets(PaperOrders orders, PaperPrices prices) {
        this.orders = orders;
        this.prices = prices;
    }

    /** Lots an order that only reduces can take: off what its holder has, or off the position. */
    static Lots reducible(HeldLots held, PaperBookOrder order) {
        BigDecimal lots = order.isOfHolding() ? held.of(order.holder()) : held.position();
        return lots.signum() == -order.terms().side().sign() ? new Lots(lots.abs()) : Lots.ZERO;
    }

    /** Places the legs that protect what was just filled. */
    void open(PaperBookOrder order, Lots lots, BigDecimal price, Instant at) {
        TradeTerms wanted = order.terms();
        Optional<BigDecimal> stop = stopOf(wanted, price);
        BigDecimal target = wanted.protection().takeProfitPrice();
        int number = order.executions().size();
        String bracket = "%s-%d".formatted(order.clientOrderId(), number);
        stop.ifPresent(
                trigger -> orders.change(order.leg("-SL" + number, bracket, wanted.stopLoss(trigger, lots), at)));
        if (target != null) {
            orders.change(order.leg("-TP" + number, bracket, wanted.takeProfit(target, lots), at));
        }
    }

    /** Where the stop of a fill lies: at its price, or at the distance at which it follows. */
    private Optional<BigDecimal> stopOf(TradeTerms wanted, BigDecimal price) {
        BigDecimal stated = wanted.protection().stopLossPrice();
        Pips distance = wanted.protection().trailingStop();
        if (stated != null || distance == null) {
            return Optional.ofNullable(stated);
        }
        return Optional.of(prices.from(wanted.side().opposite(), price, distance));
    }

    /**
     * A leg was filled: the others of its bracket want that much less, and nothing once what it protects is closed.
     *
     * @param held who holds how much after the fill
     */
    void settle(PaperBookOrder filled, Lots lots, HeldLots held, Instant at) {
        TradeReason reached =
                filled.terms().type() == OrderType.STOP ? TradeReason.STOP_TRIGGERED : TradeReason.TARGET_REACHED;
        boolean closed = held.of(filled.holder()).signum() == 0;
        for (PaperBookOrder leg : orders.othersOf(filled)) {
            shorten(leg, closed ? leg.unfilled().value() : lots.value(), reached, at);
        }
    }

    /**
     * Ends the orders that have nothing to reduce any more, and makes those smaller that want more than there is. The
     * brackets of a holder want no more together than it holds, whatever others do; what is too much is taken from its
     * oldest bracket first.
     */
    void fitTo(HeldLots held, Instant at) {
        for (PaperBookOrder order : orders.working()) {
            if (order.terms().reduceOnly()) {
                Lots most = reducible(held, order);
                if (most.isZero()) {
                    orders.end(order, BrokerOrderStatus.CANCELLED, TradeReason.NOTHING_TO_REDUCE, at);
                } else if (order.unfilled().isMoreThan(most)) {
                    orders.change(order.wanting(most, at));
                }
            }
        }
        Map<String, List<List<PaperBookOrder>>> byHolder = orders.brackets().stream()
                .collect(Collectors.groupingBy(legs -> legs.getFirst().holder(), TreeMap::new, Collectors.toList()));
        byHolder.forEach((holder, brackets) -> fit(brackets, held.of(holder).abs(), at));
    }

    /** @param brackets of one holder, the oldest first */
    private void fit(List<List<PaperBookOrder>> brackets, BigDecimal held, Instant at) {
        BigDecimal tooMuch = brackets.stream()
                .map(PaperBrackets::unfilled)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(held);
        for (List<PaperBookOrder> legs : brackets) {
            if (tooMuch.signum() > 0) {
                BigDecimal cut = tooMuch.min(unfilled(legs));
                legs.forEach(leg -> shorten(leg, cut, TradeReason.NOTHING_TO_REDUCE, at));
                tooMuch = tooMuch.subtract(cut);
            }
        }
    }

    /** What the legs of a bracket still want. */
    private static BigDecimal unfilled(List<PaperBookOrder> legs) {
        return legs.stream()
                .map(leg -> leg.unfilled().value())
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO);
    }

    /** A leg for that much less; it ends when nothing of it is left. */
    private void shorten(PaperBookOrder leg, BigDecimal cut, TradeReason why, Instant at) {
        BigDecimal left = leg.unfilled().value().subtract(cut);
        if (left.signum() > 0) {
            orders.change(leg.wanting(new Lots(left), at));
        } else {
            orders.end(leg, BrokerOrderStatus.CANCELLED, why, at);
        }
    }
}
