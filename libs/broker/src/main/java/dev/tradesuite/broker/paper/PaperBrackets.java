package dev.tradesuite.broker.paper;

import dev.tradesuite.broker.BrokerOrderStatus;
import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The orders that close a position again: how they come to be, how the legs of a bracket cancel one another, and how
 * their lots follow the position, so that none ever wants more than is held.
 */
final class PaperBrackets {

    private final PaperOrders orders;
    private final PaperPrices prices;

    PaperBrackets(PaperOrders orders, PaperPrices prices) {
        this.orders = orders;
        this.prices = prices;
    }

    /** Lots an order of the side can take off a position. */
    static Lots reducible(BigDecimal position, Side side) {
        return position.signum() == -side.sign() ? new Lots(position.abs()) : Lots.ZERO;
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
     * A leg was filled: the others of its bracket want that much less, and nothing once the position is closed.
     *
     * @param position net position after the fill
     */
    void settle(PaperBookOrder filled, Lots lots, BigDecimal position, Instant at) {
        TradeReason reached =
                filled.terms().type() == OrderType.STOP ? TradeReason.STOP_TRIGGERED : TradeReason.TARGET_REACHED;
        for (PaperBookOrder leg : orders.othersOf(filled)) {
            shorten(leg, position.signum() == 0 ? leg.unfilled().value() : lots.value(), reached, at);
        }
    }

    /**
     * Ends the orders that have nothing to reduce any more, and makes those smaller that want more than is held. What
     * is too much is taken from the oldest bracket first.
     */
    void fitTo(BigDecimal position, Instant at) {
        for (PaperBookOrder order : orders.working()) {
            if (order.terms().reduceOnly()) {
                Lots held = reducible(position, order.terms().side());
                if (held.isZero()) {
                    orders.end(order, BrokerOrderStatus.CANCELLED, TradeReason.NOTHING_TO_REDUCE, at);
                } else if (order.unfilled().isMoreThan(held)) {
                    orders.change(order.wanting(held, at));
                }
            }
        }
        BigDecimal tooMuch = orders.brackets().stream()
                .map(PaperBrackets::unfilled)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(position.abs());
        for (List<PaperBookOrder> legs : orders.brackets()) {
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
