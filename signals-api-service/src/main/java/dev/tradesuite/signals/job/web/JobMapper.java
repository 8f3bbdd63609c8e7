package dev.tradesuite.signals.job.web;

import dev.tradesuite.accounting.paper.FillCosts;
import dev.tradesuite.contracts.signals.JobCostUnit;
import dev.tradesuite.contracts.signals.JobCosts;
import dev.tradesuite.contracts.signals.JobState;
import dev.tradesuite.contracts.signals.ModelJob;
import dev.tradesuite.contracts.signals.ModelJob.JobPart;
import dev.tradesuite.contracts.signals.ModelJob.JobProgress;
import dev.tradesuite.signals.job.BookJob;
import dev.tradesuite.signals.job.BookJobPart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes jobs as they travel. */
public final class JobMapper {

    private static final double MILLIS = 1000;

    private JobMapper() {}

    /** A job with how far it is. */
    public static ModelJob of(BookJob job) {
        return new ModelJob(
                job.id(),
                job.order().kind(),
                job.run(),
                job.order().span().timeframe(),
                job.order().span().from(),
                job.order().span().to(),
                job.order().strategies().stream().sorted().toList(),
                job.order().costs().map(JobMapper::costs).orElse(null),
                job.order().restart(),
                job.createdAt(),
                job.state(),
                progress(job),
                job.parts().stream().map(JobMapper::part).toList());
    }

    private static JobCosts costs(FillCosts costs) {
        JobCostUnit unit =
                switch (costs.unit()) {
                    case PRICE -> JobCostUnit.PRICE;
                    case PIPS -> JobCostUnit.PIPS;
                    case BP -> JobCostUnit.BP;
                };
        return new JobCosts(costs.halfSpread(), costs.slippage(), unit, costs.commissionPerLot());
    }

    private static JobPart part(BookJobPart part) {
        BookJobPart.Times times = part.times();
        return new JobPart(
                part.symbol(),
                part.state(),
                progress(part.count(), elapsed(times.started(), times.updated()), part.state()),
                times.checkpoint(),
                times.started(),
                times.ended(),
                part.reason());
    }

    /** Of all parts, from the beginning of the first to the latest word of any. */
    private static JobProgress progress(BookJob job) {
        List<BookJobPart> parts = job.parts();
        boolean isCounted = parts.stream().allMatch(part -> part.count().barsTotal() != null);
        long counted = parts.stream()
                .flatMap(part -> Stream.ofNullable(part.count().barsTotal()))
                .mapToLong(Long::longValue)
                .sum();
        @Nullable
        Instant began = parts.stream()
                .flatMap(part -> Stream.ofNullable(part.times().started()))
                .min(Instant::compareTo)
                .orElse(null);
        Instant newest = parts.stream()
                .map(part -> part.times().updated())
                .max(Instant::compareTo)
                .orElse(job.createdAt());
        BookJobPart.Count all = new BookJobPart.Count(
                parts.stream().mapToLong(part -> part.count().bars()).sum(),
                isCounted ? counted : null,
                parts.stream().mapToLong(part -> part.count().rows()).sum());
        return progress(all, elapsed(began, newest), job.state());
    }

    private static Duration elapsed(@Nullable Instant began, Instant newest) {
        return began == null ? Duration.ZERO : Duration.between(began, newest);
    }

    private static JobProgress progress(BookJobPart.Count count, Duration elapsed, JobState state) {
        double seconds = elapsed.toMillis() / MILLIS;
        boolean isTold = seconds > 0 && count.bars() > 0;
        @Nullable Long total = count.barsTotal();
        return new JobProgress(
                count.bars(),
                total,
                count.rows(),
                isTold ? Math.round(count.rows() / seconds) : null,
                isTold && total != null && !state.isOver()
                        ? Math.round((total - count.bars()) * seconds / count.bars())
                        : null);
    }
}
