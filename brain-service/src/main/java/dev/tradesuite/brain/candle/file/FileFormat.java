package dev.tradesuite.brain.candle.file;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is told about a file; the rest is detected.
 *
 * @param symbol symbol of every row; null when a column has it
 * @param columns headers by field where detection does not find them or should not
 * @param timeFormat how time labels are written
 * @param zone zone of labels without an offset
 * @param shift added to every label before its zone applies
 * @param timeRules labels of another zone than they claim, by hour; the first that matches counts
 */
public record FileFormat(
        @Nullable String symbol,
        Map<CandleField, List<String>> columns,
        TimeFormat timeFormat,
        ZoneId zone,
        Duration shift,
        List<TimeRule> timeRules) {

    public FileFormat {
        columns = Map.copyOf(columns);
        timeRules = List.copyOf(timeRules);
    }

    /** Everything detected, labels without an offset in UTC. */
    public static FileFormat detected() {
        return new FileFormat(null, Map.of(), TimeFormat.auto(), ZoneOffset.UTC, Duration.ZERO, List.of());
    }
}
