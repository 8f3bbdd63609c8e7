package dev.tradesuite.signals.job;

import dev.tradesuite.contracts.signals.JobKind;
import dev.tradesuite.signals.book.BookRun;
import dev.tradesuite.signals.book.BookStore;
import dev.tradesuite.signals.book.SeriesName;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes orders for backfills and backtests, lists and cancels them. */
public final class JobService {

    private final JobStore jobs;
    private final JobTimer timer;
    private final BookStore books;
    private final UnitOfWork work;
    private final Clock clock;

    public JobService(JobStore jobs, JobTimer timer, BookStore books, UnitOfWork work, Clock clock) {
        this.jobs = jobs;
        this.timer = timer;
        this.books = books;
        this.work = work;
        this.clock = clock;
    }

    /** What became of an order. */
    public sealed interface Ordered {

        record Accepted(BookJob job) implements Ordered {}

        /**
         * The live accounts begin after the range does.
         *
         * @param coveredFrom from when on their bars were asked for
         */
        record BeforeBeginning(String symbol, Instant coveredFrom) implements Ordered {}

        /** Another backfill is at work on a series. */
        record AtWork(String symbol, long job) implements Ordered {}
    }

    /**
     * Takes an order.
     *
     * @param accepted hears of the job with the transaction that adds it
     */
    public Ordered order(JobOrder order, Consumer<BookJob> accepted) {
        if (order.kind() == JobKind.BACKFILL) {
            Optional<Ordered> refused = order.symbols().stream()
                    .flatMap(symbol -> refusal(symbol, order).stream())
                    .findFirst();
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        return work.durable(() -> {
            Instant now = clock.instant();
            BookJob job = jobs.add(order, now);
            order.symbols().forEach(symbol -> timer.set(new JobPartKey(job.id(), symbol), now));
            accepted.accept(job);
            return new Ordered.Accepted(job);
        });
    }

    private Optional<Ordered> refusal(String symbol, JobOrder order) {
        Optional<Long> atWork = jobs.unfinishedBackfill(symbol, order.span());
        if (atWork.isPresent()) {
            return Optional.of(new Ordered.AtWork(symbol, atWork.get()));
        }
        return order.restart()
                ? Optional.empty()
                : books.coveredFrom(
                                BookRun.LIVE.id(),
                                new SeriesName(symbol, order.span().timeframe()))
                        .filter(from -> order.span().from().isBefore(from))
                        .map(from -> new Ordered.BeforeBeginning(symbol, from));
    }

    /** A job; empty when there is none with this id. */
    public Optional<BookJob> find(long id) {
        return jobs.find(id);
    }

    /**
     * Jobs, the newest first.
     *
     * @param before only those with a lower id; null for all
     */
    public List<BookJob> page(@Nullable Long before, int limit) {
        return jobs.page(before, limit);
    }

    /** Cancels what is not over; what is written stays. Empty when there is no job with this id. */
    public Optional<BookJob> cancel(long id) {
        return work.durable(() -> {
            jobs.cancel(id, clock.instant());
            return jobs.find(id);
        });
    }
}
