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
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

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
     * dots or slashes between year, month and day; {@code 31.12.2025}, where dots mean that the day comes first; and
     * plain digits as {@code yyyyMMdd}, {@code yyyyMMddHHmm}, {@code yyyyMMddHHmmss}, epoch seconds (9 or 10) or
     * milliseconds (13).
     */
    static TimeFormat auto() {
        return AutoTimeFormat::read;
    }

    /** Seconds since 1970. */
    static TimeFormat epochSeconds() {
        return text -> epoch(Math.multiplyExact(wholeNumber(text), 1_000L));
    }

    /** Milliseconds since 1970. */
    static TimeFormat epochMillis() {
        return text -> epoch(wholeNumber(text));
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

    private static TimeLabel epoch(long millis) {
        return new TimeLabel(LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC), ZoneOffset.UTC);
    }
}
