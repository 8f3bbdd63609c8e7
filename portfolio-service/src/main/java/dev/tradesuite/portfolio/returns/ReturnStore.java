package dev.tradesuite.portfolio.returns;

import dev.tradesuite.contracts.market.RunLabel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Keeps daily returns; what was stored once stays, and a correction is stored beside it. */
public interface ReturnStore {

    /**
     * What was stored.
     *
     * @param added days that had no return under the label
     * @param corrected days that had another one
     * @param unchanged days that had this one already
     */
    record Stored(int added, int corrected, int unchanged) {

        static final Stored NOTHING = new Stored(0, 0, 0);

        Stored plus(Stored other) {
            return new Stored(added + other.added, corrected + other.corrected, unchanged + other.unchanged);
        }
    }

    /** Where a page of returns ends: after this day and label come the next ones. */
    record Place(LocalDate day, RunLabel label) {}

    /**
     * What is asked for.
     *
     * @param label empty for all
     * @param after where the page before ended; empty for the first
     * @param most at most so many
     */
    record Asked(
            String code, LocalDate from, LocalDate to, Optional<RunLabel> label, Optional<Place> after, int most) {}

    /** Stores returns, each day once, all or none; of two that do so at once the second sees what the first stored. */
    Stored add(String code, RunLabel label, List<DailyReturn> days, Instant now);

    /** The newest version of each day and label, by day and label. */
    List<RecordedReturn> page(Asked asked);
}
