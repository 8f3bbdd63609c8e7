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
 * @param columns headers, or positions from 1, by field where detection does not find them or should not
 * @param timeFormat how time labels are written; null when the labels show it
 * @param zone zone of labels without an offset
 * @param shift added to every label before its zone applies
 * @param timeRules labels of another zone than they claim, by hour; the first that matches counts
 * @param noHeader whether it is told that the first line is a candle already
 * @param decimalComma whether numbers have a decimal comma; null when the numbers show it
 */
public record FileFormat(
        @Nullable String symbol,
        Map<CandleField, List<String>> columns,
        @Nullable TimeFormat timeFormat,
        ZoneId zone,
        Duration shift,
        List<TimeRule> timeRules,
        boolean noHeader,
        @Nullable Boolean decimalComma) {

    public FileFormat {
        columns = Map.copyOf(columns);
        timeRules = List.copyOf(timeRules);
    }

    /** Everything detected, labels without an offset in UTC. */
    public static FileFormat detected() {
        return new FileFormat(null, Map.of(), null, ZoneOffset.UTC, Duration.ZERO, List.of(), false, null);
    }
}
