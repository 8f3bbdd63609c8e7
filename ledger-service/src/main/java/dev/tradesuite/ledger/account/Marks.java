package dev.tradesuite.ledger.account;

import dev.tradesuite.accounting.account.Mark;
import java.util.Collection;
import java.util.Map;

/** The newest price of the market for every instrument: one, which values every account. */
public interface Marks {

    /**
     * Keeps a price when it is newer than the one known, or when it is another close of the very candle that the known
     * one is the close of: that candle was put right. Any other changes nothing.
     *
     * @return whether the instrument has another price now
     */
    boolean offer(MarketPrice price);

    /** Newest prices of the instruments that have one, by symbol. */
    Map<String, Mark> newest(Collection<String> symbols);
}
