package dev.tradesuite.ledger.prediction;

import java.util.Optional;
import java.util.UUID;

/** The transfers between accounts and portfolios as booked. */
public interface BookedTransfers {

    /** Stores one, in the transaction under way. */
    void add(BookedTransfer transfer);

    Optional<BookedTransfer> find(UUID id);
}
