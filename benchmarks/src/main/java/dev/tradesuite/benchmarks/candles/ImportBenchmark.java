package dev.tradesuite.benchmarks.candles;

import dev.tradesuite.benchmarks.report.Report;
import dev.tradesuite.benchmarks.report.Times;
import dev.tradesuite.benchmarks.suite.SuiteClient;
import dev.tradesuite.benchmarks.suite.SuiteClient.Answer;
import dev.tradesuite.benchmarks.suite.SuiteDatabase;
import dev.tradesuite.benchmarks.suite.SuiteOptions;
import dev.tradesuite.contracts.brain.ImportReport;
import dev.tradesuite.contracts.brain.StoredCandles;
import dev.tradesuite.contracts.market.Timeframe;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.postgresql.PGConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Times an import through the brain's API beside plain COPYs of the same rows.
 *
 * <p>One baseline copies into a table of the same shape, with its primary key and checks; the other into a table with
 * the columns alone. What ours does beyond: it reads and checks every row, finds duplicates and gaps, and stores into a
 * partitioned table that may hold some of the candles already.
 */
@Command(
        name = "import",
        description = {
            "Times an import of candles on a running suite beside plain COPYs of the same rows.",
            "Stores one-minute candles of --symbol from 2000 on, so use a suite whose data do not matter."
        },
        mixinStandardHelpOptions = true)
public final class ImportBenchmark implements Callable<Integer> {

    private static final Instant FIRST_OPEN = Instant.parse("2000-01-03T00:00:00Z");
    private static final String KEYED = SuiteDatabase.SCHEMA + ".candle_keyed";
    private static final String BARE = SuiteDatabase.SCHEMA + ".candle_bare";

    @Spec
    private CommandSpec spec;

    @Mixin
    private SuiteOptions suite;

    @Option(names = "--rows", defaultValue = "200000", description = "Rows of a file. Default: ${DEFAULT-VALUE}")
    private int rows;

    @Option(
            names = "--rounds",
            defaultValue = "5",
            description = "Files, after one to warm up. Default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--symbol", defaultValue = "AUDNZD", description = "Instrument. Default: ${DEFAULT-VALUE}")
    private String symbol;

    private final Times ours = new Times();
    private final Times keyed = new Times();
    private final Times bare = new Times();

    @Override
    public Integer call() throws SQLException, IOException {
        SuiteClient client = suite.client();
        Instant open = firstFreeTime(client);
        try (SuiteDatabase database = suite.database()) {
            database.prepare(
                    "create table %s (like brain.candle including defaults including constraints including indexes)"
                            .formatted(KEYED),
                    "create table %s (like brain.candle)".formatted(BARE));
            for (int round = 0; round <= rounds; round++) {
                CandleFile file = CandleFile.of(symbol, open, rows);
                open = file.end();
                long imported = imported(client, file);
                long copiedKeyed = copied(database, KEYED, file);
                long copiedBare = copied(database, BARE, file);
                if (round > 0) {
                    ours.add(imported);
                    keyed.add(copiedKeyed);
                    bare.add(copiedBare);
                }
            }
        }
        print();
        return 0;
    }

    /** After what an earlier run left, because candles that are there already are not stored again. */
    private Instant firstFreeTime(SuiteClient client) {
        return client.read(client.get(suite.brain().resolve("/api/v1/candles")), StoredCandles.class).series().stream()
                .filter(series -> series.symbol().equals(symbol) && series.timeframe() == Timeframe.M1)
                .map(series -> series.last().plus(Timeframe.M1.length()))
                .findFirst()
                .orElse(FIRST_OPEN);
    }

    private long imported(SuiteClient client, CandleFile file) {
        URI uri = suite.brain().resolve("/api/v1/candles/import?timeframe=M1&source=benchmark&symbol=" + symbol);
        Answer answer = client.timed(client.postFile(uri, "text/csv", file.csv()));
        ImportReport report = answer.as(ImportReport.class);
        if (report.stored() != rows) {
            throw new IllegalStateException("%d of %d rows were stored".formatted(report.stored(), rows));
        }
        return answer.nanos();
    }

    private static long copied(SuiteDatabase database, String table, CandleFile file) throws SQLException, IOException {
        database.run("truncate " + table);
        try (Connection connection = database.connect()) {
            long start = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + CandleFile.COPY_COLUMNS, new ByteArrayInputStream(file.copy()));
            return System.nanoTime() - start;
        }
    }

    private void print() {
        Report report = new Report(spec.commandLine().getOut());
        report.title("Import of files of %s rows".formatted(Report.number(rows)));
        report.table(
                List.of("way", "files", "median ms", "rows a second", "ours / this"),
                List.of(
                        row("import through the API", ours),
                        row("COPY, primary key and checks", keyed),
                        row("COPY, columns alone", bare)));
    }

    private List<String> row(String way, Times times) {
        return List.of(
                way,
                Report.number(times.count()),
                Report.number(times.p50(), 0),
                Report.number(rows / times.p50() * 1000, 0),
                Report.number(ours.p50() / times.p50(), 2));
    }
}
