package dev.tradesuite.signals.job;

import dev.tradesuite.signals.book.BookRun;
import dev.tradesuite.signals.book.SeriesName;
import java.time.Instant;
import java.util.Optional;

/**
 * A part this instance works on.
 *
 * @param fence it is held by: another instance that takes it over gets a higher one
 * @param order of the whole job
 * @param checkpoint open time of the newest bar that is done; empty before the first
 * @param waitingSince when it began to wait, if it has not got on since
 */
public record ClaimedPart(
        JobPartKey key,
        int fence,
        JobOrder order,
        long run,
        Optional<Instant> checkpoint,
        Optional<Instant> waitingSince) {

    /** The same, further on. */
    ClaimedPart at(Optional<Instant> newest) {
        return new ClaimedPart(key, fence, order, run, newest, waitingSince);
    }

    SeriesName series() {
        return new SeriesName(key.symbol(), order.span().timeframe());
    }

    BookRun bookRun() {
        return new BookRun(run, order.strategies(), order.costs());
    }
}
