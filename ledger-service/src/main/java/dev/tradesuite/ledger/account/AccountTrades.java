package dev.tradesuite.ledger.account;

import dev.tradesuite.accounting.account.Trade;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The trades as booked. */
public interface AccountTrades {

    /** The trade a fill became. */
    Optional<Trade> find(UUID fillId);

    /** Those of the fills that are no trade yet. */
    Set<UUID> unknown(Set<UUID> fillIds);

    /**
     * Stores a trade.
     *
     * @return how much of the fill's order is booked now; empty when the fill had been booked before
     */
    Optional<OrderProgress> add(Trade trade);

    /**
     * Trades of an account, the newest first.
     *
     * @param strategy those it wanted only, {@code unassigned} for those that none wanted; empty: all
     */
    List<Trade> list(String accountId, Optional<String> strategy, Span span);

    /** Trades of an account in the order in which they were booked, after the account's sequence number given. */
    List<Trade> after(String accountId, long sequence, int most);
}
