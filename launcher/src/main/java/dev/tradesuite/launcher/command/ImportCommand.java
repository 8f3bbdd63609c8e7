package dev.tradesuite.launcher.command;

import dev.tradesuite.contracts.brain.ImportReport;
import dev.tradesuite.launcher.ExitCode;
import dev.tradesuite.launcher.client.CandleImportClient;
import dev.tradesuite.launcher.client.CandleImportClient.Parameter;
import dev.tradesuite.launcher.home.RunState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports a file of candles into the running suite. */
@Command(
        name = "import",
        description = {
            "Imports candles from a CSV file, plain or gzip, and reports what became of every row.",
            "Columns and the format of times are detected; the options are for files that do not say enough.",
            "Ends with 1 when nothing of the file is stored, now or before."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ./suite import EURUSD_M5.csv.gz --timeframe M5",
            "  ./suite import bars.csv --symbol USDCOP --timeframe M5 --zone America/Bogota",
            "  ./suite import bars.csv --symbol EURUSD --timeframe H1 --no-header --columns"
                    + " 1=time,2=close,3=open,4=high,5=low"
        })
final class ImportCommand implements Callable<Integer> {

    private static final String BRAIN = "brain-service";

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsOptions options;

    @Parameters(paramLabel = "FILE", description = "CSV file, plain or gzip.")
    private Path file;

    @Option(
            names = "--timeframe",
            required = true,
            paramLabel = "TIMEFRAME",
            description = "Length of every candle: M1, M5, M15, M30, H1, H4 or D1.")
    private String timeframe;

    @Option(
            names = "--symbol",
            paramLabel = "SYMBOL",
            description = "Symbol of every row; needed when the file has no symbol column.")
    private @Nullable String symbol;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Zone of times without an offset, such as America/Bogota or +03:00. Default: UTC")
    private @Nullable String zone;

    @Option(
            names = "--time-rule",
            paramLabel = "HH-HH:ZONE",
            description = "Times whose hour is in the range are of that zone whatever they say, repeatable, such as"
                    + " 00-12:America/Bogota.")
    private @Nullable List<String> timeRules;

    @Option(
            names = "--time-format",
            paramLabel = "FORMAT",
            description =
                    "auto, epoch_s, epoch_ms, epoch_us, epoch_ns or a pattern such as 'dd.MM.yyyy HH:mm'. Default:"
                            + " auto")
    private @Nullable String timeFormat;

    @Option(
            names = "--shift",
            paramLabel = "DURATION",
            description = "Added to every time before its zone applies, such as PT-7H.")
    private @Nullable String shift;

    @Option(
            names = "--columns",
            paramLabel = "FIELD:HEADER|N=FIELD,...",
            description =
                    "Which column is which, such as time:Date,close:Last, or 1=time,2=open by number; time:DATE+TIME"
                            + " joins two. What is not named is detected.")
    private @Nullable String columns;

    @Option(
            names = "--no-header",
            description = "The first line is a candle already; --columns then says which column is which.")
    private boolean noHeader;

    @Option(
            names = "--decimal-comma",
            negatable = true,
            description = "1,845 is 1.845; --no-decimal-comma: it is 1845. For files that do not show which.")
    private @Nullable Boolean decimalComma;

    @Option(
            names = "--on-conflict",
            paramLabel = "keep|replace",
            description = "What happens to a candle that is there with other prices. Default: keep")
    private @Nullable String onConflict;

    @Override
    public Integer call() {
        RunState state = options.requireRunning();
        String brain = Tokens.address(state, BRAIN);
        String token = Tokens.of(state, options.home(), IssuerClient.CLI).token(List.of("trade:execute"));
        ImportReport report = new CandleImportClient(brain, token).send(file, parameters());
        new ImportTable(spec.commandLine().getOut()).print(report);
        return exitCode(report).value();
    }

    /** A file of which no candle is stored, now or before, was not imported. */
    static ExitCode exitCode(ImportReport report) {
        return report.stored() + report.replaced() + report.duplicate() == 0 ? ExitCode.FAILED : ExitCode.OK;
    }

    private List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(new Parameter("timeframe", timeframe));
        parameters.add(new Parameter("source", String.valueOf(file.getFileName())));
        add(parameters, "symbol", symbol);
        add(parameters, "zone", zone);
        add(parameters, "time_format", timeFormat);
        add(parameters, "shift", shift);
        add(parameters, "columns", columns);
        add(parameters, "no_header", noHeader ? "true" : null);
        add(parameters, "decimal_comma", decimalComma == null ? null : decimalComma.toString());
        add(parameters, "on_conflict", onConflict);
        if (timeRules != null) {
            timeRules.forEach(rule -> parameters.add(new Parameter("time_rule", rule)));
        }
        return parameters;
    }

    private static void add(List<Parameter> parameters, String name, @Nullable String value) {
        if (value != null) {
            parameters.add(new Parameter(name, value));
        }
    }
}
