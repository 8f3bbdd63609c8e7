package dev.tradesuite.launcher.log;

import ch.qos.logback.core.util.FileSize;
import dev.tradesuite.launcher.ExitCode;
import dev.tradesuite.launcher.SuiteException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * How much of a log is kept. A log that reaches the size, or the end of a day, is packed and begun anew.
 *
 * @param size largest size of the file that is written, in bytes
 * @param keep how long packed ones are kept
 * @param total largest size of the packed ones of one log together, in bytes
 */
public record LogBounds(long size, Duration keep, long total) {

    private static final String SIZE = "suite.logging.max-size";
    private static final String KEEP = "suite.logging.keep";
    private static final String TOTAL = "suite.logging.total-size";

    /** Reads {@code suite.logging.max-size}, {@code .keep} and {@code .total-size}. */
    static LogBounds of(Map<String, String> properties) {
        String largest = properties.getOrDefault(SIZE, "20MB");
        LogBounds bounds = new LogBounds(
                size(SIZE, largest),
                time(properties.getOrDefault(KEEP, "14d")),
                size(TOTAL, properties.getOrDefault(TOTAL, "500MB")));
        if (bounds.total() < bounds.size()) {
            throw wrong("%s must not be below %s, which is %s".formatted(TOTAL, SIZE, largest), null);
        }
        return bounds;
    }

    private static long size(String setting, String text) {
        try {
            long bytes = FileSize.valueOf(text.strip()).getSize();
            if (bytes > 0) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw wrong("%s must be a size such as 20MB or 1GB, but is '%s'".formatted(setting, text), e);
        }
        throw wrong("%s must be larger than zero, but is '%s'".formatted(setting, text), null);
    }

    private static Duration time(String text) {
        try {
            Duration time = DurationStyle.detectAndParse(text.strip());
            if (time.compareTo(Duration.ofDays(1)) >= 0) {
                return time;
            }
        } catch (IllegalArgumentException e) {
            throw wrong("%s must be a time such as 14d, but is '%s'".formatted(KEEP, text), e);
        }
        throw wrong("%s must be a day at least, but is '%s'".formatted(KEEP, text), null);
    }

    private static SuiteException wrong(String message, @Nullable Throwable cause) {
        return new SuiteException(ExitCode.USAGE, message, cause);
    }
}
