package dev.tradesuite.brain.candle.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the labels {@link TimeFormat#auto} speaks of.
 *
 * <p>Written by hand because it runs once for every row of a file: trying one formatter after the other would cost more
 * than everything else an import does with the row.
 */
final class AutoTimeFormat {

    private final String text;
    private int at;

    private AutoTimeFormat(String text) {
        this.text = text;
    }

    static TimeLabel read(String text) {
        return new AutoTimeFormat(text).label();
    }

    private TimeLabel label() {
        if (isAllDigits()) {
            return digits();
        }
        LocalDate date = date();
        if (atEnd()) {
            return new TimeLabel(date.atStartOfDay(), null);
        }
        if (!take(' ') && !take('T')) {
            throw unreadable();
        }
        LocalTime time = time();
        ZoneOffset offset = offset();
        if (!atEnd()) {
            throw unreadable();
        }
        return new TimeLabel(LocalDateTime.of(date, time), offset);
    }

    private TimeLabel digits() {
        return switch (text.length()) {
            case 8 ->
                new TimeLabel(LocalDate.of(number(4), number(2), number(2)).atStartOfDay(), null);
            case 12 -> new TimeLabel(LocalDateTime.of(number(4), number(2), number(2), number(2), number(2)), null);
            case 14 ->
                new TimeLabel(LocalDateTime.of(number(4), number(2), number(2), number(2), number(2), number(2)), null);
            case 9, 10 -> epoch(Instant.ofEpochSecond(Long.parseLong(text)));
            case 13 -> epoch(Instant.ofEpochMilli(Long.parseLong(text)));
            default -> throw unreadable();
        };
    }

    private static TimeLabel epoch(Instant moment) {
        return new TimeLabel(LocalDateTime.ofInstant(moment, ZoneOffset.UTC), ZoneOffset.UTC);
    }

    private LocalDate date() {
        if (text.length() >= 10 && text.charAt(2) == '.' && text.charAt(5) == '.') {
            int day = number(2);
            at++;
            int month = number(2);
            at++;
            return LocalDate.of(number(4), month, day);
        }
        int year = number(4);
        char separator = next();
        if (separator != '-' && separator != '.' && separator != '/') {
            throw unreadable();
        }
        int month = number(2);
        if (!take(separator)) {
            throw unreadable();
        }
        return LocalDate.of(year, month, number(2));
    }

    private LocalTime time() {
        int hour = number(at + 1 < text.length() && text.charAt(at + 1) == ':' ? 1 : 2);
        if (!take(':')) {
            throw unreadable();
        }
        int minute = number(2);
        int second = take(':') ? number(2) : 0;
        int nano = take('.') || take(',') ? fraction() : 0;
        return LocalTime.of(hour, minute, second, nano);
    }

    private int fraction() {
        int start = at;
        int nano = 0;
        while (!atEnd() && isDigit(text.charAt(at))) {
            if (at - start < 9) {
                nano = nano * 10 + text.charAt(at) - '0';
            }
            at++;
        }
        if (at == start) {
            throw unreadable();
        }
        for (int digits = at - start; digits < 9; digits++) {
            nano *= 10;
        }
        return nano;
    }

    private @Nullable ZoneOffset offset() {
        if (atEnd()) {
            return null;
        }
        take(' ');
        String rest = text.substring(at);
        String zone = rest.toUpperCase(Locale.ROOT);
        at = text.length();
        if (zone.equals("Z") || zone.equals("UTC") || zone.equals("GMT")) {
            return ZoneOffset.UTC;
        }
        if (rest.isEmpty() || (rest.charAt(0) != '+' && rest.charAt(0) != '-')) {
            throw unreadable();
        }
        return ZoneOffset.of(rest);
    }

    private boolean isAllDigits() {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Exactly this many digits. */
    private int number(int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            char digit = next();
            if (!isDigit(digit)) {
                throw unreadable();
            }
            value = value * 10 + digit - '0';
        }
        return value;
    }

    private char next() {
        if (atEnd()) {
            throw unreadable();
        }
        return text.charAt(at++);
    }

    private boolean take(char wanted) {
        if (!atEnd() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private boolean atEnd() {
        return at == text.length();
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private DateTimeException unreadable() {
        return new DateTimeException("'" + text + "' is not a time this import recognises; see time_format");
    }
}
