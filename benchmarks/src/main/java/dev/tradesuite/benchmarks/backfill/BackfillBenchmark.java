package dev.tradesuite.benchmarks.backfill;

import dev.tradesuite.benchmarks.report.Report;
import dev.tradesuite.benchmarks.report.Times;
import dev.tradesuite.benchmarks.suite.SuiteClient;
import dev.tradesuite.benchmarks.suite.SuiteDatabase;
import dev.tradesuite.benchmarks.suite.SuiteOptions;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.signals.CreateJobRequest;
import dev.tradesuite.contracts.signals.JobKind;
import dev.tradesuite.contracts.signals.JobState;
import dev.tradesuite.contracts.signals.ModelJob;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Times how days of bars are judged and booked by a backtest, beside plain COPYs of its signals and equity points.
 *
 * <p>A backtest does what a backfill does, in a run of its own instead of the live accounts. What it does beyond the
 * COPY: the brain judges every bar again, every model's account moves, and trades, roll-ups, days and the place of the
 * job are written with the bars, into tables with partitions that hold other runs already.
 */
@Command(
        name = "backfill",
        description = {
            "Times a backtest of all models on a running suite beside plain COPYs of the rows it has written.",
            "Leaves one run of kind BACKTEST for each round, and nothing in the live accounts."
        },
        mixinStandardHelpOptions = true)
public final class BackfillBenchmark implements Callable<Integer> {

    private static final Timeframe TIMEFRAME = Timeframe.M5;
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    @Spec
    private CommandSpec spec;

    @Mixin
    private SuiteOptions suite;

    @Option(names = "--symbol", defaultValue = "EURUSD.SIM", description = "Default: ${DEFAULT-VALUE}")
    private String symbol;

    @Option(names = "--days", defaultValue = "30", description = "Of five-minute bars. Default: ${DEFAULT-VALUE}")
    private int days;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "Of both, after one to warm up. Default: ${DEFAULT-VALUE}")
    private int rounds;

    private final Times ordered = new Times();
    private final Times worked = new Times();
    private final Times copied = new Times();

    /** What the last round has written. */
    private long bars;

    private long bookedRows;
    private long copiedRows;

    @Override
    public Integer call() throws SQLException, IOException, InterruptedException {
        SuiteClient client = suite.client();
        CreateJobRequest order = order();
        try (SuiteDatabase database = suite.database()) {
            RunCopy copy = RunCopy.prepare(database);
            for (int round = 0; round <= rounds; round++) {
                Booked booked = booked(client, order);
                RunCopy.Copied rows = copy.copy(booked.job().run());
                bars = booked.job().progress().barsDone();
                bookedRows = booked.job().progress().rowsWritten();
                copiedRows = rows.rows();
                if (round > 0) {
                    ordered.add(booked.nanos());
                    worked.add(booked.nanos() - booked.queued().toNanos());
                    copied.add(rows.nanos());
                }
            }
        }
        print();
        return 0;
    }

    /** The same bars for every round; the newest of them has been stored for a while. */
    private CreateJobRequest order() {
        Instant to = Instant.now().minus(TIMEFRAME.length()).truncatedTo(ChronoUnit.HOURS);
        return new CreateJobRequest(
                JobKind.BACKTEST, List.of(symbol), TIMEFRAME, to.minus(Duration.ofDays(days)), to, null, null, null);
    }

    /**
     * A job that is done.
     *
     * @param nanos from its order to when it was seen to be done
     */
    private record Booked(ModelJob job, long nanos) {

        /** From its order to when an instance began it. */
        Duration queued() {
            return Duration.between(
                    job.createdAt(),
                    Objects.requireNonNull(job.parts().getFirst().startedAt()));
        }
    }

    private Booked booked(SuiteClient client, CreateJobRequest order) throws InterruptedException {
        URI jobs = suite.signals().resolve("/api/models/jobs");
        long start = System.nanoTime();
        ModelJob job = client.read(client.post(jobs, order), ModelJob.class);
        URI uri = suite.signals().resolve("/api/models/jobs/" + job.jobId());
        while (!job.state().isOver() && System.nanoTime() - start < PATIENCE.toNanos()) {
            Thread.sleep(LOOK);
            job = client.read(client.get(uri), ModelJob.class);
        }
        long nanos = System.nanoTime() - start;
        if (job.state() != JobState.DONE) {
            throw new IllegalStateException("job %d is %s: %s"
                    .formatted(job.jobId(), job.state(), job.parts().getFirst().error()));
        }
        return new Booked(job, nanos);
    }

    private void print() {
        Report report = new Report(spec.commandLine().getOut());
        report.title("Backtest of all models over %d days of %s, %s bars of five minutes"
                .formatted(days, symbol, Report.number(bars)));
        report.table(
                List.of("way", "rounds", "median s", "rows", "rows a second", "this / COPY (goal: 3)"),
                List.of(
                        row("backtest, from its order to its end", ordered, bookedRows),
                        row("backtest, from when it was begun", worked, bookedRows),
                        row(
                                "COPY of its signals and equity points, %s bars a commit"
                                        .formatted(Report.number(BarStretchTimes.BARS)),
                                copied,
                                copiedRows)));
    }

    private List<String> row(String way, Times times, long rows) {
        double seconds = times.p50() / 1000;
        return List.of(
                way,
                Report.number(times.count()),
                Report.number(seconds, 2),
                Report.number(rows),
                Report.number(rows / seconds, 0),
                Report.number(times.p50() / copied.p50(), 2));
    }
}
