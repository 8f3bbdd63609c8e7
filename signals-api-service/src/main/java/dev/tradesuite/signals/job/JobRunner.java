package dev.tradesuite.signals.job;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.signals.JobKind;
import dev.tradesuite.contracts.signals.JobReason;
import dev.tradesuite.contracts.signals.JobState;
import dev.tradesuite.signals.book.BarStretch;
import dev.tradesuite.signals.book.BookStore;
import dev.tradesuite.signals.book.HistoryPages;
import dev.tradesuite.signals.book.SeriesBooks;
import dev.tradesuite.signals.book.SignalBar;
import dev.tradesuite.signals.book.SignalHistory;
import dev.tradesuite.signals.book.StretchOutcome;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works on a part of a job: reads its bars page by page, books each page and notes how far it is, both in one
 * transaction.
 *
 * <p>A backfill goes on behind the newest bar the live accounts have seen, whoever booked it: bars that close meanwhile
 * and the bars they miss are booked by whoever comes first, and left out by the other.
 */
public final class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    private final JobStore jobs;
    private final BookStore store;
    private final SeriesBooks books;
    private final SignalHistory history;
    private final UnitOfWork work;
    private final JobSettings settings;
    private final Clock clock;

    private volatile boolean isStopping;

    public JobRunner(
            JobStore jobs,
            BookStore store,
            SeriesBooks books,
            SignalHistory history,
            UnitOfWork work,
            JobSettings settings,
            Clock clock) {
        this.jobs = jobs;
        this.store = store;
        this.books = books;
        this.history = history;
        this.work = work;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Works on a part until it is over, waits, or this instance stops.
     *
     * @return when it is to be worked on again; empty when it is over, or somebody else's
     */
    public Optional<Instant> run(JobPartKey key) {
        Optional<ClaimedPart> claimed = jobs.claim(key, clock.instant());
        return claimed.flatMap(this::run);
    }

    /** Lets those at work come to an end after the page at hand. */
    public void stop() {
        isStopping = true;
    }

    /** Takes up work again after a stop. */
    public void resume() {
        isStopping = false;
    }

    private Optional<Instant> run(ClaimedPart part) {
        try {
            return book(part);
        } catch (ServiceUnavailableException e) {
            return waits(part, Reason.of(JobReason.BRAIN_UNAVAILABLE, String.valueOf(e.getMessage())));
        } catch (RemoteProblemException e) {
            jobs.end(
                    part,
                    JobState.FAILED,
                    Reason.of(JobReason.BRAIN_REFUSED, String.valueOf(e.getMessage())),
                    clock.instant());
            return Optional.empty();
        } catch (NotOursException _) {
            return Optional.empty();
        } catch (RuntimeException e) {
            LOG.warn(
                    "{} of job {} did not get on",
                    part.key().symbol(),
                    part.key().job(),
                    e);
            return waits(part, Reason.of(JobReason.UNEXPECTED, JobReason.UNEXPECTED.sentence()));
        }
    }

    private Optional<Instant> waits(ClaimedPart part, Reason reason) {
        Instant now = clock.instant();
        boolean isTooLong = part.waitingSince()
                .map(since -> !since.plus(settings.patience()).isAfter(now))
                .orElse(false);
        if (isTooLong) {
            jobs.end(part, JobState.FAILED, reason, now);
            return Optional.empty();
        }
        jobs.await(part, reason, now);
        return Optional.of(now.plus(settings.retry()));
    }

    private Optional<Instant> book(ClaimedPart part) {
        Passage passage = new Passage(part);
        while (!isStopping) {
            switch (passage.bookPages()) {
                case OVER -> {
                    return Optional.empty();
                }
                case MOVED -> passage = new Passage(passage.part());
                case STOPPED -> {}
            }
        }
        return Optional.of(clock.instant());
    }

    /** How it stands with a part when its pages are no longer read. */
    private enum Standing {
        OVER,
        /** The accounts stand elsewhere than was thought. */
        MOVED,
        STOPPED
    }

    /** Somebody else has the part, or it was cancelled; what was written is taken back. */
    private static final class NotOursException extends RuntimeException {}

    /** The way through the bars of one part. */
    private final class Passage {

        private final ClaimedPart part;
        private final boolean isLive;
        private boolean isRestart;
        private Optional<Instant> after;

        Passage(ClaimedPart part) {
            this.part = part;
            this.isLive = part.order().kind() == JobKind.BACKFILL;
            this.isRestart = part.order().restart() && part.checkpoint().isEmpty();
            this.after = isRestart
                    ? Optional.empty()
                    : isLive ? store.lastBar(part.run(), part.series()) : part.checkpoint();
        }

        /** The part as far as it is now. */
        ClaimedPart part() {
            return isRestart ? part : part.at(after);
        }

        Standing bookPages() {
            JobOrder.BarSpan span = part.order().span();
            Instant from = after.map(last -> last.plusMillis(1)).orElse(span.from());
            long left = history.count(part.series(), from, span.to());
            require(jobs.count(part, left));
            try (HistoryPages pages = new HistoryPages(history, part.series(), from, span.to(), settings.chunk())) {
                while (!isStopping) {
                    HistoryPages.Page page = pages.next();
                    if (page.bars().isEmpty()) {
                        endWithoutBars();
                        return Standing.OVER;
                    }
                    if (!book(page)) {
                        return Standing.MOVED;
                    }
                    if (page.isLast()) {
                        return Standing.OVER;
                    }
                }
            }
            return Standing.STOPPED;
        }

        private void endWithoutBars() {
            if (after.isPresent()) {
                jobs.end(part, JobState.DONE, null, clock.instant());
                return;
            }
            JobOrder.BarSpan span = part.order().span();
            String message = "there is no bar of %s %s from %s to %s"
                    .formatted(part.key().symbol(), span.timeframe(), span.from(), span.to());
            jobs.end(part, JobState.FAILED, Reason.of(JobReason.NO_BARS, message), clock.instant());
        }

        /** @return false when the accounts stand elsewhere than was thought */
        private boolean book(HistoryPages.Page page) {
            RunLabel label = isLive ? RunLabel.BACKFILL : RunLabel.BACKTEST;
            List<SignalBar> bars =
                    page.bars().stream().map(bar -> bar.labelled(label)).toList();
            BarStretch.Role role = page.isLast() && !isLive ? BarStretch.Role.END_OF_RUN : BarStretch.Role.HISTORY;
            BarStretch stretch = new BarStretch(bars, after, part.order().span().from(), role);
            boolean isBooked = work.durable(() -> isBooked(stretch, page.isLast()));
            if (isBooked) {
                after = Optional.of(bars.getLast().open());
                isRestart = false;
            }
            return isBooked;
        }

        private boolean isBooked(BarStretch stretch, boolean isLast) {
            if (isRestart) {
                store.clear(part.run(), part.series());
            }
            if (!(books.book(part.bookRun(), stretch) instanceof StretchOutcome.Booked(long rows))) {
                return false;
            }
            List<SignalBar> bars = stretch.bars();
            require(jobs.checkpoint(
                    part, new JobStore.DoneBars(bars.getLast().open(), bars.size(), rows), clock.instant()));
            if (isLast) {
                jobs.end(part, JobState.DONE, null, clock.instant());
            }
            return true;
        }

        private static void require(boolean isOurs) {
            if (!isOurs) {
                throw new NotOursException();
            }
        }
    }
}
