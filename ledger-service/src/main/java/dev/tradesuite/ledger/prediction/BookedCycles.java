package dev.tradesuite.ledger.prediction;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The cycles as stored. */
public interface BookedCycles {

    /** A cycle with its orders, by one question. */
    Optional<BookedCycle> find(long portfolioId, UUID cycleId);

    /** The report of a cycle; empty before it is completed. */
    Optional<String> report(long portfolioId, UUID cycleId);

    /**
     * Stores a cycle that begins, and its fence as that of the portfolio's newest run.
     *
     * @return whether it is new; one that has begun before stays as it is
     */
    boolean begin(FencedRun run, Instant now);

    /**
     * A cycle that has begun goes on in this run, whose fence becomes that of the portfolio's newest run.
     *
     * @param standsIn whether the fence stands in for a run that was not given one
     */
    void resume(FencedRun run, boolean standsIn);

    /**
     * Ends a cycle: stores its report, and the snapshot of the day in place of an earlier one of that day.
     *
     * @return whether the snapshot has other figures than the one it replaces
     */
    boolean complete(FencedRun run, BookedCycle.Ending ending, DailySnapshot snapshot);

    /** Forgets cycles that began before this moment, and orders accepted before it that were not filled. */
    void forgetBefore(Instant moment);
}
