package dev.tradesuite.portfolio.monitoring;

/** Remembers the highest equity of accounts. */
public interface PeakStore {

    /** The peak after a report, which is stored; of two instances that report at once neither undoes the other. */
    EquityPeak follow(WatchedAccount account);
}
