package dev.tradesuite.broker;

import java.time.Instant;

/** A broker that learns from candles where the market went. */
public interface CandleDrivenBroker extends Broker {

    /** Whether any of its orders waits for candles of the symbol. */
    boolean waitsFor(String symbol);

    /** Fills what the candle reached; the report tells every order that changed. */
    BrokerReport onCandle(BrokerCandle candle);

    /** Ends the orders whose time is over; the report tells which. */
    BrokerReport expire(Instant now);
}
