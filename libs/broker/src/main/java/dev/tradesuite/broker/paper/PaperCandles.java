package dev.tradesuite.broker.paper;

import dev.tradesuite.broker.BrokerCandle;
import dev.tradesuite.broker.BrokerOrderStatus;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * How working orders meet a closed candle.
 *
 * <p>Rules where a candle leaves open what came first are to the trader's disadvantage: a stop is met before a target,
 * an order filled within a candle may be stopped out in the same candle but takes no profit in it. A candle that began
 * before the order did counts with its close only, because the rest of it may be older than the order.
 */
final class PaperCandles {

    private final PaperOrders orders;
    private final PaperFills fills;
    private final PaperBrackets brackets;
    private final PaperPrices prices;

    PaperCandles(PaperOrders orders, PaperFills fills, PaperBrackets brackets, PaperPrices prices) {
        this.orders = orders;
        this.fills = fills;
        this.brackets = brackets;
        this.prices = prices;
    }

    /** Fills what the candle reached. */
    void meet(BrokerCandle candle) {
        for (PaperBookOrder before : orders.working()) {
            PaperBookOrder order = orders.current(before);
            Optional<BrokerCandle> view = order.isWorking() ? view(order, candle) : Optional.empty();
            if (view.isEmpty()) {
                continue;
            }
            if (endsWithin(order, candle)) {
                orders.end(order, BrokerOrderStatus.EXPIRED, TradeReason.EXPIRED_UNFILLED, candle.closeTime());
            } else {
                fills.meet(order, PriceRange.of(view.get()), candle.closeTime());
                meetWithinSameCandle(order, view.get());
                follow(orders.current(order), view.get());
                brackets.fitTo(fills.held(), candle.closeTime());
            }
            orders.markPriced(order, candle.closeTime());
        }
    }

    /** The part of a candle an order may be filled from. */
    private static Optional<BrokerCandle> view(PaperBookOrder order, BrokerCandle candle) {
        Instant began = order.acceptedAt();
        Instant until = order.pricedUntil();
        Instant since = until == null ? began : until;
        if (since == null || !candle.closeTime().isAfter(since)) {
            return Optional.empty();
        }
        if (!candle.openTime().isBefore(since)) {
            return Optional.of(candle);
        }
        // An order that has met candles of this time knows it already from shorter ones.
        return until == null ? Optional.of(candle.closeOnly()) : Optional.empty();
    }

    /** Whether the order did not live to the end of the candle; when in it a price was reached is not known. */
    private static boolean endsWithin(PaperBookOrder order, BrokerCandle candle) {
        Instant end = order.terms().expiresAt();
        return end != null && end.isBefore(candle.closeTime());
    }

    /** The legs an order got within a candle: the stop may be met in it, the target may not. */
    private void meetWithinSameCandle(PaperBookOrder parent, BrokerCandle view) {
        for (PaperBookOrder leg : orders.bornOf(parent, view.closeTime())) {
            if (leg.terms().type() == OrderType.STOP && orders.current(leg).isWorking()) {
                fills.meet(leg, PriceRange.of(view), view.closeTime());
            }
        }
    }

    /**
     * Moves a trailing stop behind the best price of the candle. When the candle ends beyond where the stop has come
     * to, the price has certainly passed it on its way from there.
     */
    private void follow(PaperBookOrder order, BrokerCandle view) {
        Pips distance = order.terms().trailingStop();
        if (distance == null || !order.isWorking() || order.triggered()) {
            return;
        }
        Side side = order.terms().side();
        BigDecimal best = side == Side.SELL ? view.high() : view.low();
        BigDecimal trigger = prices.behind(side, best, distance);
        if (trigger.subtract(order.terms().trigger()).signum() == -side.sign()) {
            PaperBookOrder followed = order.followed(trigger, view.closeTime());
            orders.change(followed);
            if (prices.reaches(side, trigger, view.close())) {
                fills.fill(followed, prices.atTrigger(side, trigger), view.closeTime());
            }
        }
    }
}
