package dev.tradesuite.orchestrator.stop;

import java.time.Instant;

/** Tells others of stops. Joins the transaction it is called in. */
public interface StopEvents {

    /** It has begun, has come to another step or has ended. */
    void changed(TradingStop stop, Instant at);
}
