package dev.tradesuite.signals.book;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.support.store.UnitOfWork;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Books bars as they close, each once and in order.
 *
 * <p>A bar at or before the newest one booked changes no account; if it was corrected, its close is noted. One that
 * follows on a bar nobody has booked is preceded by those that were missed, which are read from the brain and labelled
 * BACKFILL; the first bar of a series by as much history as the settings say. Bars are written in chunks, so a service
 * that dies in between goes on where it was.
 */
public final class BarBookingService {

    private static final Logger LOG = LoggerFactory.getLogger(BarBookingService.class);

    private static final int CHUNK = 500;

    /** Others can get in between a look at the accounts and their lock; so often in a row nobody does. */
    private static final int MOST_TURNS = 20;

    private final BookStore store;
    private final SeriesBooks books;
    private final SignalHistory history;
    private final UnitOfWork work;
    private final Duration reach;

    /** @param reach how far back a series is booked when its first bar arrives */
    public BarBookingService(
            BookStore store, SeriesBooks books, SignalHistory history, UnitOfWork work, Duration reach) {
        this.store = store;
        this.books = books;
        this.history = history;
        this.work = work;
        this.reach = reach;
    }

    /** Books a bar that has just closed, and before it those that were missed. */
    public void book(SignalBar bar) {
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            if (isBooked(bar)) {
                return;
            }
        }
        throw new IllegalStateException("the accounts of %s were made anew %d times while the bar of %s was booked"
                .formatted(bar.series().symbol(), MOST_TURNS, bar.open()));
    }

    private boolean isBooked(SignalBar bar) {
        Optional<Instant> last = store.lastBar(BookRun.LIVE.id(), bar.series());
        if (last.isPresent() && !bar.open().isAfter(last.get())) {
            noteCorrection(bar);
            return true;
        }
        Caught caught = isMissingBefore(bar, last) ? catchUp(bar, last) : new Caught(true, last);
        return caught.up()
                && isBooked(
                        new BarStretch(List.of(bar), caught.last(), bar.open().minus(reach), BarStretch.Role.NEWS));
    }

    /** What was traded was traded on the bar as it was; only the figures that look at closes change. */
    private void noteCorrection(SignalBar bar) {
        SeriesName series = bar.series();
        Optional<BigDecimal> before = work.durable(() -> store.correct(bar));
        before.ifPresent(close -> LOG.warn(
                "The bar of {} {} that closed at {} was corrected after it was booked, from {} to {}: its accounts"
                        + " stay as they are. To make them anew: ./suite backfill --symbol {} --timeframe {} --from {}"
                        + " --restart",
                series.symbol(),
                series.timeframe(),
                bar.close(),
                close.toPlainString(),
                bar.prices().close().toPlainString(),
                series.symbol(),
                series.timeframe(),
                store.coveredFrom(BookRun.LIVE.id(), series).orElse(bar.open())));
    }

    private boolean isBooked(BarStretch stretch) {
        return work.durable(() -> books.book(BookRun.LIVE, stretch)) instanceof StretchOutcome.Booked;
    }

    private static boolean isMissingBefore(SignalBar bar, Optional<Instant> last) {
        return bar.previousOpen().isPresent()
                && (last.isEmpty() || bar.previousOpen().get().isAfter(last.get()));
    }

    /**
     * How far the missed bars are booked.
     *
     * @param up whether all of them are
     * @param last the newest that is
     */
    private record Caught(boolean up, Optional<Instant> last) {}

    private Caught catchUp(SignalBar bar, Optional<Instant> booked) {
        Instant from = booked.map(open -> open.plusMillis(1)).orElse(bar.open().minus(reach));
        Optional<Instant> last = booked;
        try (HistoryPages pages = new HistoryPages(history, bar.series(), from, bar.open(), CHUNK)) {
            while (true) {
                HistoryPages.Page page = pages.next();
                if (page.bars().isEmpty()) {
                    return new Caught(true, last);
                }
                List<SignalBar> missed = page.bars().stream()
                        .map(each -> each.labelled(RunLabel.BACKFILL))
                        .toList();
                if (!isBooked(new BarStretch(missed, last, from, BarStretch.Role.HISTORY))) {
                    return new Caught(false, last);
                }
                last = Optional.of(missed.getLast().open());
                if (page.isLast()) {
                    return new Caught(true, last);
                }
            }
        }
    }
}
