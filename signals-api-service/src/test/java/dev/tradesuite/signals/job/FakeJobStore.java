package dev.tradesuite.signals.job;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.signals.JobKind;
import dev.tradesuite.contracts.signals.JobState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Jobs in memory, each part of them held by its fence. */
public final class FakeJobStore implements JobStore {

    /** A part as it is stored. */
    private record Row(BookJobPart part, int fence, Optional<Instant> waitingSince) {

        private boolean isOver() {
            return part.times().ended() != null;
        }
    }

    private record Stored(JobOrder order, Instant createdAt, Map<String, Row> rows) {}

    private Map<Long, Stored> jobs = new LinkedHashMap<>();

    /** What takes everything back to how it is now. */
    synchronized Runnable undo() {
        Map<Long, Stored> now = new LinkedHashMap<>();
        jobs.forEach(
                (id, job) -> now.put(id, new Stored(job.order(), job.createdAt(), new LinkedHashMap<>(job.rows()))));
        return () -> jobs = now;
    }

    @Override
    public synchronized BookJob add(JobOrder order, Instant now) {
        long id = jobs.size() + 1L;
        Map<String, Row> rows = new LinkedHashMap<>();
        order.symbols()
                .forEach(symbol -> rows.put(
                        symbol,
                        new Row(
                                new BookJobPart(
                                        symbol,
                                        JobState.QUEUED,
                                        new BookJobPart.Count(0, null, 0),
                                        new BookJobPart.Times(null, null, now, null),
                                        null),
                                0,
                                Optional.empty())));
        jobs.put(id, new Stored(order, now, rows));
        return find(id).orElseThrow();
    }

    @Override
    public synchronized Optional<BookJob> find(long id) {
        return Optional.ofNullable(jobs.get(id))
                .map(job -> new BookJob(
                        id,
                        job.order(),
                        run(id, job.order()),
                        job.createdAt(),
                        job.rows().values().stream().map(Row::part).toList()));
    }

    private static long run(long id, JobOrder order) {
        return order.kind() == JobKind.BACKFILL ? 0 : id;
    }

    @Override
    public List<BookJob> page(@Nullable Long before, int limit) {
        List<Long> ids = new ArrayList<>(jobs.keySet()).reversed();
        return ids.stream()
                .filter(id -> before == null || id < before)
                .limit(limit)
                .map(id -> find(id).orElseThrow())
                .toList();
    }

    @Override
    public Optional<Long> unfinishedBackfill(String symbol, JobOrder.BarSpan span) {
        return jobs.entrySet().stream()
                .filter(job -> job.getValue().order().kind() == JobKind.BACKFILL
                        && job.getValue().order().span().timeframe() == span.timeframe()
                        && Optional.ofNullable(job.getValue().rows().get(symbol))
                                .filter(row -> !row.isOver())
                                .isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    @Override
    public synchronized void cancel(long id, Instant now) {
        Optional.ofNullable(jobs.get(id)).ifPresent(job -> job.rows()
                .replaceAll((_, row) -> row.isOver()
                        ? row
                        : with(row, JobState.CANCELLED, row.part().times().checkpoint(), now, null)));
    }

    @Override
    public synchronized Optional<ClaimedPart> claim(JobPartKey key, Instant now) {
        Stored job = jobs.get(key.job());
        Row row = job == null ? null : job.rows().get(key.symbol());
        if (job == null || row == null || row.isOver()) {
            return Optional.empty();
        }
        Row claimed = with(row, JobState.RUNNING, row.part().times().checkpoint(), null, null);
        job.rows().put(key.symbol(), new Row(claimed.part(), row.fence() + 1, row.waitingSince()));
        return Optional.of(new ClaimedPart(
                key,
                row.fence() + 1,
                job.order(),
                run(key.job(), job.order()),
                Optional.ofNullable(row.part().times().checkpoint()),
                row.waitingSince()));
    }

    private static Row with(
            Row row, JobState state, @Nullable Instant checkpoint, @Nullable Instant ended, @Nullable Reason reason) {
        BookJobPart part = row.part();
        BookJobPart.Times times = new BookJobPart.Times(
                checkpoint, part.times().started(), part.times().updated(), ended);
        return new Row(
                new BookJobPart(part.symbol(), state, part.count(), times, reason), row.fence(), row.waitingSince());
    }

    private synchronized Optional<Row> held(ClaimedPart part) {
        return Optional.ofNullable(jobs.get(part.key().job()))
                .flatMap(job -> Optional.ofNullable(job.rows().get(part.key().symbol())))
                .filter(row -> row.fence() == part.fence() && !row.isOver());
    }

    private synchronized void put(ClaimedPart part, Row row) {
        Optional.ofNullable(jobs.get(part.key().job()))
                .ifPresent(job -> job.rows().put(part.key().symbol(), row));
    }

    @Override
    public boolean count(ClaimedPart part, long bars) {
        Optional<Row> row = held(part);
        row.ifPresent(held -> {
            BookJobPart.Count count = held.part().count();
            put(part, counted(held, new BookJobPart.Count(count.bars(), count.bars() + bars, count.rows())));
        });
        return row.isPresent();
    }

    private static Row counted(Row row, BookJobPart.Count count) {
        BookJobPart part = row.part();
        return new Row(
                new BookJobPart(part.symbol(), part.state(), count, part.times(), part.reason()),
                row.fence(),
                row.waitingSince());
    }

    @Override
    public boolean checkpoint(ClaimedPart part, DoneBars done, Instant now) {
        Optional<Row> row = held(part);
        row.ifPresent(held -> {
            BookJobPart.Count count = held.part().count();
            Row further = with(held, held.part().state(), done.newest(), null, null);
            Row counted = counted(
                    further,
                    new BookJobPart.Count(count.bars() + done.bars(), count.barsTotal(), count.rows() + done.rows()));
            put(part, new Row(counted.part(), held.fence(), Optional.empty()));
        });
        return row.isPresent();
    }

    @Override
    public void await(ClaimedPart part, Reason reason, Instant now) {
        held(part).ifPresent(held -> {
            Row waits = with(held, JobState.WAITING, held.part().times().checkpoint(), null, reason);
            put(part, new Row(waits.part(), held.fence(), held.waitingSince().or(() -> Optional.of(now))));
        });
    }

    @Override
    public void end(ClaimedPart part, JobState state, @Nullable Reason reason, Instant now) {
        held(part)
                .ifPresent(
                        held -> put(part, with(held, state, held.part().times().checkpoint(), now, reason)));
    }

    @Override
    public int forgetEndedBefore(Instant moment) {
        return 0;
    }
}
