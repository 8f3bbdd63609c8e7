package dev.tradesuite.orchestrator.stop;

import dev.tradesuite.broker.BrokerUnavailableException;
import dev.tradesuite.orchestrator.difference.PositionGaps;
import dev.tradesuite.orchestrator.difference.PositionGaps.PositionOf;
import dev.tradesuite.orchestrator.order.Brokers;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.orchestrator.order.TradeOrders;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Finds what a stop is about: orders by their table, positions by what their brokers hold. */
final class StopTargets {

    private final TradeOrders orders;
    private final PositionGaps positions;
    private final Brokers brokers;

    StopTargets(TradeOrders orders, PositionGaps positions, Brokers brokers) {
        this.orders = orders;
        this.positions = positions;
        this.brokers = brokers;
    }

    /** Open orders that would open or enlarge a position; to flatten, whatever protects none too. */
    List<TradeOrder> orders(TradingStop.Wish wish, boolean flattens) {
        return open(wish).stream()
                .filter(order ->
                        flattens ? !order.isProtective() : !order.terms().reduceOnly())
                .toList();
    }

    /** Open orders that protect a position. */
    List<TradeOrder> protection(TradingStop.Wish wish) {
        return open(wish).stream().filter(TradeOrder::isProtective).toList();
    }

    /** Positions that there may be: those in which orders were filled. */
    List<PositionOf> positions(TradingStop.Wish wish) {
        return positions.traded().stream()
                .filter(position -> wish.accountId() == null || wish.accountId().equals(position.accountId()))
                .toList();
    }

    /** What the broker of a position holds, above 0 when bought; empty while it does not say. */
    Optional<BigDecimal> held(PositionOf position) {
        try {
            return Optional.of(brokers.of(position.accountId()).position(position.accountId(), position.symbol()));
        } catch (BrokerUnavailableException _) {
            return Optional.empty();
        }
    }

    private List<TradeOrder> open(TradingStop.Wish wish) {
        return orders.find(new TradeOrders.Filter(wish.accountId(), null, null, true, Integer.MAX_VALUE));
    }
}
