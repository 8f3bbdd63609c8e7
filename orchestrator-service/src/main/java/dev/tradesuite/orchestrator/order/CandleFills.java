package dev.tradesuite.orchestrator.order;

import dev.tradesuite.broker.BrokerCandle;
import dev.tradesuite.broker.CandleDrivenBroker;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Instant;

/** Lets closed candles fill the orders that wait for them. */
public final class CandleFills {

    private final Brokers brokers;
    private final OrderService orders;
    private final ClosingPrices prices;
    private final UnitOfWork work;

    public CandleFills(Brokers brokers, OrderService orders, ClosingPrices prices, UnitOfWork work) {
        this.brokers = brokers;
        this.orders = orders;
        this.prices = prices;
        this.work = work;
    }

    /** Whether the candle is of interest; asked before anything is written but its close. */
    public boolean waitsFor(BrokerCandle candle) {
        prices.seen(candle);
        return brokers.candleDriven().stream().anyMatch(broker -> broker.waitsFor(candle.symbol()));
    }

    /** Fills what the candle reached, at the broker and in the orders in one transaction. */
    public void onCandle(BrokerCandle candle) {
        for (CandleDrivenBroker broker : brokers.candleDriven()) {
            work.durable(() -> orders.book(broker.onCandle(candle)));
        }
    }

    /** Ends the orders whose time is over. */
    public void expire(Instant now) {
        for (CandleDrivenBroker broker : brokers.candleDriven()) {
            work.durable(() -> orders.book(broker.expire(now)));
        }
    }
}
