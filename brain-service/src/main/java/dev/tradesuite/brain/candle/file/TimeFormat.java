package dev.tradesuite.brain.candle.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.chrono.IsoEra;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the time labels of a file are written. */
@FunctionalInterface
public interface TimeFormat {

    /**
     * Reads a label.
     *
     * @throws DateTimeException when the text is not such a label; the message says what was found
     */
    TimeLabel read(String text);

    /**
     * Recognises what is unambiguous: ISO dates and times with or without offset, with a blank or a {@code T}, dashes,
     * dots or slashes between year, month and day; {@code 31.12.2025}, where dots mean that the day comes first;
     * {@code 31-Dec-2025} and {@code Dec 31, 2025}; {@code 20251231 093000}; and plain digits as {@code yyyyMMdd},
     * {@code yyyyMMddHHmm}, {@code yyyyMMddHHmmss}, epoch seconds (9 or 10), milliseconds (13), microseconds (16) or
     * nanoseconds (19), with or without a fraction. {@code 31/12/2025} is read where one of the two cannot be a month.
     */
    static TimeFormat auto() {
        return text -> AutoTimeFormat.read(text, null);
    }

    /** As {@link #auto()}, with the order of {@code 03/02/2025} known; null: not known. */
    static TimeFormat auto(@Nullable DateOrder order) {
        return text -> AutoTimeFormat.read(text, order);
    }

    /** A whole number of a unit since 1970. */
    static TimeFormat epoch(ChronoUnit unit) {
        return text -> new TimeLabel(
                LocalDateTime.ofInstant(Instant.EPOCH.plus(wholeNumber(text), unit), ZoneOffset.UTC), ZoneOffset.UTC);
    }

    /**
     * A pattern of {@link DateTimeFormatter}, such as {@code MM/dd/yyyy HH:mm}; a time of day that the pattern lacks is
     * 00:00.
     *
     * @throws IllegalArgumentException when it is not a pattern
     */
    static TimeFormat pattern(String pattern) {
        DateTimeFormatter formatter = new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .parseDefaulting(ChronoField.ERA, IsoEra.CE.getValue())
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
        return text -> {
            TemporalAccessor parsed =
                    formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return switch (parsed) {
                case OffsetDateTime time -> new TimeLabel(time.toLocalDateTime(), time.getOffset());
                case LocalDateTime time -> new TimeLabel(time, null);
                case LocalDate date -> new TimeLabel(date.atStartOfDay(), null);
                default -> throw new DateTimeException("'" + text + "' has no date");
            };
        };
    }

    private static long wholeNumber(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw new DateTimeException("'" + text + "' is not a whole number");
        }
    }
}
