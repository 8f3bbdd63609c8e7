package dev.tradesuite.launcher.command;

import dev.tradesuite.contracts.market.Timeframe;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which bars a job is about. */
final class JobRange {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--symbol",
            required = true,
            paramLabel = "SYMBOL",
            split = ",",
            description = "Instrument, repeatable.")
    private List<String> symbols = new ArrayList<>();

    @Option(names = "--timeframe", paramLabel = "TIMEFRAME", description = "Length of the bars. Default: M5")
    private @Nullable Timeframe timeframe;

    @Option(names = "--days", paramLabel = "DAYS", description = "The last so many days. Default: 30")
    private @Nullable Integer days;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "Bars that open at or after it, such as 2026-03-01 or 2026-03-01T08:00:00Z.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Bars that open before it. Default: now")
    private @Nullable String to;

    List<String> symbols() {
        return symbols;
    }

    @Nullable
    Timeframe timeframe() {
        return timeframe;
    }

    Instant from(Instant now) {
        if (from != null && days != null) {
            throw wrong("--days and --from exclude each other");
        }
        if (days != null && days < 1) {
            throw wrong("--days must be above 0, was " + days);
        }
        return from == null ? now.minus(Duration.ofDays(days == null ? 30 : days)) : time("--from", from);
    }

    @Nullable
    Instant to() {
        return to == null ? null : time("--to", to);
    }

    private Instant time(String option, String text) {
        try {
            return text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException _) {
            throw wrong("%s must be a day or a time such as 2026-03-01 or 2026-03-01T08:00:00Z, was '%s'"
                    .formatted(option, text));
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
