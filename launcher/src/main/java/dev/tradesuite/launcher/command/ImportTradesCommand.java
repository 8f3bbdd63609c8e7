package dev.tradesuite.launcher.command;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.signals.CreateImportRequest;
import dev.tradesuite.contracts.signals.RecordImportReport;
import dev.tradesuite.contracts.signals.StrategyType;
import dev.tradesuite.launcher.ExitCode;
import dev.tradesuite.launcher.SuiteException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports recorded trades and equity of a strategy. */
@Command(
        name = "import-trades",
        description = {
            "Imports recorded trades of a strategy as a run of its own, and tells of every row that was refused.",
            "Recorded profits are taken as they are. Columns: side, entry_time, entry_price, exit_time, exit_price, pnl"
                    + " (or pnl_usd); quantity, notional_usd and fees where they were recorded.",
            "Ends with 1 when no trade can be stored."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  ./suite import-trades trades.csv.gz --symbol USDCOP --strategy PPO_V1 --type RL --equity equity.csv.gz"
        })
final class ImportTradesCommand implements Callable<Integer> {

    private static final int GZIP_MAGIC = 0x8b1f;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Parameters(paramLabel = "FILE", description = "CSV file of closed trades, plain or gzip.")
    private Path file;

    @Option(names = "--symbol", required = true, paramLabel = "SYMBOL", description = "Instrument that was traded.")
    private String symbol;

    @Option(names = "--strategy", required = true, paramLabel = "CODE", description = "Code of the strategy.")
    private String strategy;

    @Option(names = "--type", required = true, paramLabel = "TYPE", description = "RL, ML, LLM or ENSEMBLE.")
    private StrategyType type;

    @Option(names = "--name", paramLabel = "NAME", description = "Name of the strategy. Default: its code")
    private @Nullable String name;

    @Option(
            names = "--equity",
            paramLabel = "FILE",
            description = "CSV file with timestamp and equity, plain or gzip. Default: the sum of the trades")
    private @Nullable Path equity;

    @Option(
            names = "--timeframe",
            paramLabel = "TIMEFRAME",
            description = "Length of the bars it traded on. Default: M5")
    private @Nullable Timeframe timeframe;

    @Option(
            names = "--label",
            paramLabel = "LABEL",
            description = "What kind of trades they are: LIVE, PAPER, BACKTEST or SIMULATED. Default: PAPER")
    private @Nullable RunLabel label;

    @Option(
            names = "--capital",
            paramLabel = "USD",
            description = "What the account began with. Default: the first equity point, else 10000")
    private @Nullable BigDecimal capital;

    @Option(names = "--dry-run", description = "Reads and reports, and stores nothing.")
    private boolean dryRun;

    @Override
    public Integer call() {
        RecordImportReport report = ModelJobs.client(options)
                .importRecords(new CreateImportRequest(
                        strategy,
                        name,
                        type,
                        symbol,
                        timeframe,
                        label,
                        capital,
                        lines(file),
                        equity == null ? null : lines(equity),
                        dryRun));
        print(report, spec.commandLine().getOut());
        return report.trades().stored() == 0 ? ExitCode.FAILED.value() : ExitCode.OK.value();
    }

    static void print(RecordImportReport report, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s, %s: %,d of %,d trades %s, net profit %s USD%n",
                report.strategyCode(),
                report.symbol(),
                report.trades().stored(),
                report.trades().read(),
                report.dryRun() ? "could be stored" : "stored",
                report.netProfit().toPlainString());
        RecordImportReport.RowCount points = report.equity();
        if (points != null) {
            out.printf(Locale.ROOT, "  %,d of %,d equity points%n", points.stored(), points.read());
        }
        report.refusals()
                .forEach(row -> out.printf(
                        Locale.ROOT, "  %s line %d: %s, %s%n", row.file(), row.line(), row.code(), row.message()));
        if (report.run() != null) {
            out.printf(
                    Locale.ROOT,
                    "Read it as run=%d, such as GET /api/models/pnl/summary?period=all&symbol=%s&run=%d%n",
                    report.run(),
                    report.symbol(),
                    report.run());
        }
        out.flush();
    }

    private static List<String> lines(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.mark(2);
            int magic = in.read() | in.read() << Byte.SIZE;
            in.reset();
            InputStream plain = magic == GZIP_MAGIC ? new GZIPInputStream(in) : in;
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new SuiteException("%s cannot be read; check the path and its permissions".formatted(file), e);
        }
    }
}
