package dev.tradesuite.orchestrator.order;

import dev.tradesuite.broker.BrokerUnavailableException;
import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.instruments.HeldLots;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Positions as the orders of this service have made them at their brokers, for when the books do not answer, or have
 * not heard of the newest fills yet.
 */
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
     * @param holders who holds how much of it; absent where its broker does not keep them apart
     */
    public record OwnPosition(
            Side side,
            Lots lots,
            String accountCurrency,
            Map<String, BigDecimal> conversionPrices,
            @Nullable HeldLots holders) {

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
                        entry.origin().conversionPrices(),
                        holders(accountId, symbol, held).orElse(null)));
    }

    /** Who makes up a position; empty where that is not known, or has changed meanwhile. */
    private Optional<HeldLots> holders(String accountId, String symbol, BigDecimal position) {
        try {
            return brokers.of(accountId)
                    .holdings(accountId, symbol)
                    .filter(held -> held.position().compareTo(position) == 0);
        } catch (BrokerUnavailableException _) {
            return Optional.empty();
        }
    }

    /** Whether the broker of an account keeps apart what each strategy holds, so that each closes what it has. */
    public boolean keepsHoldings(String accountId) {
        return brokers.of(accountId).capabilities().keepsHoldings();
    }

    /**
     * Whether an exit closes no more than its broker holds, less what other exits on their way close.
     *
     * <p>A broker that keeps its book in our database cuts an exit to what is held when it fills it; at any other the
     * exits that are on their way are counted, whichever came first. So of two at once none may pass, but never both.
     *
     * @param self the order of the exit, which is not counted; absent before there is one
     */
    public boolean covers(String accountId, TradeTerms exit, @Nullable UUID self) {
        BigDecimal held = held(accountId, exit.symbol())
                .multiply(BigDecimal.valueOf(-exit.side().sign()));
        BigDecimal wanted = exit.lots().value().add(onTheirWay(accountId, exit, self));
        return wanted.compareTo(held) <= 0;
    }

    /**
     * Whether other exits that are on their way leave less than this one closes. A broker that does not say what it
     * holds has to see to that itself.
     */
    public boolean isClosedByOthers(String accountId, TradeTerms exit, UUID self) {
        return onTheirWay(accountId, exit, self).signum() > 0 && !covers(accountId, exit, self);
    }

    /** Lots that other exits may still close. */
    private BigDecimal onTheirWay(String accountId, TradeTerms exit, @Nullable UUID self) {
        if (brokers.of(accountId).capabilities().sharesTransactions()) {
            return BigDecimal.ZERO;
        }
        return orders.find(new TradeOrders.Filter(accountId, null, exit.symbol(), true, Integer.MAX_VALUE)).stream()
                .filter(order -> !order.id().equals(self)
                        && order.terms().reduceOnly()
                        && !order.isProtective()
                        && order.terms().side() == exit.side())
                .map(order -> order.unfilledLots().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal held(String accountId, String symbol) {
        try {
            return brokers.of(accountId).position(accountId, symbol);
        } catch (BrokerUnavailableException _) {
            return BigDecimal.ZERO;
        }
    }
}
