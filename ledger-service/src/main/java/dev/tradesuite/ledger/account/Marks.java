package dev.tradesuite.ledger.account;

import dev.tradesuite.accounting.account.Mark;
import java.util.Collection;
import java.util.Map;

/** Newest known price of every instrument. */
public interface Marks {

    /**
     * Keeps a price when it is newer than the one known; an older one, or one of the same time, changes nothing.
     *
     * @param symbol instrument
     * @param mark its price
     * @param source where the price comes from, such as {@code fill} or {@code M5 rest}
     * @return whether it is the newest now
     */
    boolean offer(String symbol, Mark mark, String source);

    /** Newest prices of the instruments that have one, by symbol. */
    Map<String, Mark> newest(Collection<String> symbols);

    /** Both at once: offers a price, and answers the newest ones after it. */
    Map<String, Mark> newestWith(String symbol, Mark mark, String source, Collection<String> symbols);
}
