package dev.tradesuite.ledger.prediction;

import java.util.List;
import java.util.UUID;

/** What is only ever added to a portfolio: trades, snapshots, and who changed what. */
public interface Records {

    void add(long portfolioId, Trade trade);

    /** Trades, the newest first. */
    List<Trade> trades(long portfolioId, int most);

    /** Trades of a cycle that settled positions. */
    List<Trade> settlements(long portfolioId, UUID cycleId);

    /** Stores the snapshot of a day, in place of an earlier one of that day. */
    void put(long portfolioId, Snapshot snapshot);

    /** The newest snapshots, the oldest of them first. */
    List<Snapshot> snapshots(long portfolioId, int most);

    void add(long portfolioId, Change change);

    /** Changes, the oldest first. */
    List<Change> changes(long portfolioId, int most);
}
