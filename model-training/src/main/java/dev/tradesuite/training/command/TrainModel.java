package dev.tradesuite.training.command;

import dev.tradesuite.learning.feature.PriceBars;
import dev.tradesuite.learning.model.Digests;
import dev.tradesuite.learning.model.ModelCard;
import dev.tradesuite.learning.model.ModelKind;
import dev.tradesuite.learning.model.ModelOrigin;
import dev.tradesuite.learning.policy.NetworkKind;
import dev.tradesuite.learning.policy.PpoSchedule;
import dev.tradesuite.training.TrainingException;
import dev.tradesuite.training.bars.BarRange;
import dev.tradesuite.training.bars.CsvBars;
import dev.tradesuite.training.bars.SuiteBars;
import dev.tradesuite.training.train.Training;
import dev.tradesuite.training.train.TrainingOrder;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Trains a model and writes it as a new version; it is used only when it is taken into use. */
@Command(
        name = "train",
        description = {
            "Trains a model on recorded bars and writes it as a new version with a report.",
            "Bars come from a CSV file or from the running suite. Nothing uses the version until 'use VERSION'."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  ./suite models train ML_XGB --symbol EURUSD --timeframe M5",
            "  ./suite models train RL_PPO --symbol EURUSD --timeframe M5 --file EURUSD_M5.csv.gz --seed 7"
        })
final class TrainModel implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private FolderOption folder;

    @Parameters(paramLabel = "MODEL", description = "Which model: ${COMPLETION-CANDIDATES}.")
    private ModelKind kind;

    @Option(names = "--symbol", required = true, paramLabel = "SYMBOL", description = "Instrument, such as EURUSD.")
    private String symbol;

    @Option(
            names = "--timeframe",
            required = true,
            paramLabel = "TIMEFRAME",
            description = "Length of every bar, such as M5.")
    private String timeframe;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "First bar, such as 2026-03-01 or 2026-03-01T08:00:00Z. Default: the oldest")
    private @Nullable Instant from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Bars that start before. Default: the newest")
    private @Nullable Instant to;

    @Option(
            names = "--file",
            paramLabel = "CSV",
            description = "File with the columns time, open, high, low, close, plain or gzip, instead of the suite.")
    private @Nullable Path file;

    @Option(
            names = "--suite",
            paramLabel = "ADDRESS",
            defaultValue = "${env:SUITE_BRAIN:-http://localhost:8001}",
            description = "Address of the suite; its token is read from SUITE_TOKEN. Default: ${DEFAULT-VALUE}")
    private URI suite;

    @Option(
            names = "--spread",
            paramLabel = "PRICE",
            description = "What a purchase and the sale after it cost together, in units of the price. Default: what a"
                    + " paper account pays")
    private @Nullable Double spread;

    @Option(names = "--seed", paramLabel = "NUMBER", defaultValue = "42", description = "Default: ${DEFAULT-VALUE}")
    private long seed;

    @Option(
            names = "--network",
            paramLabel = "KIND",
            defaultValue = "LSTM",
            description = "Of RL_PPO: LSTM or MLP. Default: ${DEFAULT-VALUE}")
    private NetworkKind network;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        String name = symbol.toUpperCase(Locale.ROOT);
        BarRange range = new BarRange(name, timeframe.toUpperCase(Locale.ROOT), from, to);
        PriceBars bars = file == null
                ? new SuiteBars(suite, System.getenv("SUITE_TOKEN")).read(range)
                : CsvBars.read(file, range);
        if (bars.size() == 0) {
            throw new TrainingException("there are no bars of %s %s in that range".formatted(name, range.timeframe()));
        }
        double costs = Spreads.of(name, spread, bars.close(bars.size() - 1));
        TrainingOrder order = new TrainingOrder(kind, costs, seed, network, PpoSchedule.DEFAULT);
        out.printf(Locale.ROOT, "Training %s on %,d bars of %s %s.%n", kind, bars.size(), name, range.timeframe());
        out.flush();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        ModelCard card = folder.folder().write(new Training(bars, origin(range, bars), order).run(now));
        Console.print(out, card);
        out.printf("%nWritten: %s%n", folder.folder().report(card.version()).getParent());
        out.printf("Take it into use: ./suite models use %s%n", card.version());
        out.flush();
        return 0;
    }

    private ModelOrigin origin(BarRange range, PriceBars bars) {
        return new ModelOrigin(
                range.symbol(),
                range.timeframe(),
                Instant.ofEpochMilli(bars.openMillis(0)),
                Instant.ofEpochMilli(bars.openMillis(bars.size() - 1)),
                bars.size(),
                file == null ? "suite" : String.valueOf(file.getFileName()),
                Digests.ofBars(bars));
    }

    /** A day stands for its beginning in UTC. */
    static final class TimeConverter implements ITypeConverter<Instant> {

        @Override
        public Instant convert(String text) {
            try {
                return text.length() == "2026-03-01".length()
                        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : Instant.parse(text);
            } catch (DateTimeParseException _) {
                throw new TypeConversionException(
                        "'%s' is no time, such as 2026-03-01 or 2026-03-01T08:00:00Z".formatted(text));
            }
        }
    }
}
