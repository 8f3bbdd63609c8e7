package dev.tradesuite.orchestrator.order;

import java.time.Instant;

/** Lets closed candles fill the orders that wait for them. */
public final class BarFills {

    private final BarDriven broker;
    private final OrderDesk desk;
    private final RecentPrices prices;
    private final UnitOfWork work;

    public BarFills(BarDriven broker, OrderDesk desk, RecentPrices prices, UnitOfWork work) {
        this.broker = broker;
        this.desk = desk;
        this.prices = prices;
        this.work = work;
    }

    /** Whether the candle is of interest; asked before anything is written. */
    public boolean waitsFor(Bar bar) {
        prices.seen(bar);
        return broker.waitsFor(bar.symbol());
    }

    /** Fills what the bar reached, at the broker and in the book in one transaction. */
    public void onBar(Bar bar) {
        work.durable(() -> desk.book(broker.onBar(bar)));
    }

    /** Ends the orders whose time is over. */
    public void expire(Instant now) {
        work.durable(() -> desk.book(broker.expire(now)));
    }
}
