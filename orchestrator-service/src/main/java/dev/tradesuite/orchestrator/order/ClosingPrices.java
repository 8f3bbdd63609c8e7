package dev.tradesuite.orchestrator.order;

import dev.tradesuite.broker.BrokerCandle;
import java.util.Collection;
import java.util.Map;

/** The newest close of every instrument, stored: the same for every instance, and after a start. */
public interface ClosingPrices {

    /** Takes note of a close unless a newer one is known. */
    void seen(BrokerCandle candle);

    /** The newest prices of the symbols that are known. */
    Map<String, ClosingPrice> newest(Collection<String> symbols);
}
