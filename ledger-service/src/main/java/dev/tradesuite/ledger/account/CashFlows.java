package dev.tradesuite.ledger.account;

import java.util.List;
import java.util.Optional;

/** The cash flows as booked. */
public interface CashFlows {

    /** Stores a flow, in the transaction under way. */
    void add(BookedCashFlow flow);

    /**
     * Flows of an account, the newest first.
     *
     * @param strategy those it caused only; empty: all
     * @param before those with a lower sequence number only; empty: from the newest
     * @param most at most so many
     */
    List<BookedCashFlow> list(String accountId, Optional<String> strategy, Optional<Long> before, int most);
}
