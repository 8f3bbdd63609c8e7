package dev.tradesuite.orchestrator.order;

import dev.tradesuite.broker.BrokerUnavailableException;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Positions as the orders of this service have made them at their brokers, for when the books do not answer. */
public final class OwnPositions {

    private final TradeOrders orders;
    private final Brokers brokers;

    OwnPositions(TradeOrders orders, Brokers brokers) {
        this.orders = orders;
        this.brokers = brokers;
    }

    /**
     * A position.
     *
     * @param side BUY for long, SELL for short
     * @param lots what its broker holds
     * @param accountCurrency currency of the account
     * @param conversionPrices prices of currency pairs that its last entry was booked with, by symbol
     */
    public record OwnPosition(Side side, Lots lots, String accountCurrency, Map<String, BigDecimal> conversionPrices) {

        public OwnPosition {
            conversionPrices = Map.copyOf(conversionPrices);
        }
    }

    /** The position of an account; empty when there is none, or its broker does not say. */
    public Optional<OwnPosition> of(String accountId, String symbol) {
        BigDecimal held = held(accountId, symbol);
        if (held.signum() == 0) {
            return Optional.empty();
        }
        return orders.lastEntry(accountId, symbol)
                .map(entry -> new OwnPosition(
                        held.signum() > 0 ? Side.BUY : Side.SELL,
                        new Lots(held.abs()),
                        entry.origin().accountCurrency(),
                        entry.origin().conversionPrices()));
    }

    private BigDecimal held(String accountId, String symbol) {
        try {
            return brokers.of(accountId).position(accountId, symbol);
        } catch (BrokerUnavailableException _) {
            return BigDecimal.ZERO;
        }
    }
}
