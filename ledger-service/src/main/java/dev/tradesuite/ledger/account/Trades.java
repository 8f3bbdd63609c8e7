package dev.tradesuite.ledger.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The trades as booked. */
public interface Trades {

    /** The trade a fill became. */
    Optional<Trade> find(UUID fillId);

    /** Stores a trade. */
    void add(Trade trade);

    /** How much of the fill's order is booked. */
    BookedFill progress(UUID fillId, UUID orderId);

    /** Trades of an account, the newest first. */
    List<Trade> list(String accountId, Span span);
}
