package dev.tradesuite.signals.retention;

import java.time.Instant;
import java.util.List;

/** What can be removed. Every call that removes something is a small transaction of its own. */
public interface RetentionStore {

    /** Backtests that ended before a moment, the oldest first. */
    List<Long> backtestsEndedBefore(Instant moment);

    /**
     * Removes some of what a backtest left, at last the run itself. The first call takes its accounts and its job, so
     * that nobody reads half of it.
     *
     * @return whether something is left
     */
    boolean removeSomeOf(long backtest);

    /**
     * Months of signals and points all of which are before a moment, if none of their rows is to be kept: not of
     * another run, nor the newest of an account.
     */
    List<SeriesMonth> monthsBefore(Instant moment);

    /** Removes a month at once; nothing happens when it has got a row that is to be kept. */
    void drop(SeriesMonth month);

    /** The live accounts. */
    List<RunAccount> liveAccounts();

    /**
     * Removes some signals and points of a live account that are before a moment; never its newest ones.
     *
     * @return whether more are left
     */
    boolean removeSomePoints(RunAccount account, Instant before);

    /** Series that closes of bars are kept of. */
    List<CloseSeries> closeSeries();

    /**
     * Removes some closes that are before a moment and that no other run needs; the last of each day is kept.
     *
     * @return whether more are left
     */
    boolean removeSomeCloses(CloseSeries series, Instant before);

    /**
     * A month of a table.
     *
     * @param table signals or points
     * @param part that holds the month
     * @param from its beginning
     * @param to its end
     */
    record SeriesMonth(String table, String part, Instant from, Instant to) {}

    /** A live account. */
    record RunAccount(String symbol, String timeframe, int strategyId) {}

    /** Closes of a series, the same in every run. */
    record CloseSeries(String symbol, String timeframe) {}
}
