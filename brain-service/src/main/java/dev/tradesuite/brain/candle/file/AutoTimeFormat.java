package dev.tradesuite.brain.candle.file;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the labels {@link TimeFormat#auto} speaks of.
 *
 * <p>Written by hand because it runs once for every row of a file: trying one formatter after the other would cost more
 * than everything else an import does with the row.
 */
final class AutoTimeFormat {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private final String text;
    private final @Nullable DateOrder order;
    private int at;

    private AutoTimeFormat(String text, @Nullable DateOrder order) {
        this.text = text;
        this.order = order;
    }

    static TimeLabel read(String text, @Nullable DateOrder order) {
        return new AutoTimeFormat(text, order).label();
    }

    private TimeLabel label() {
        int digits = digitsFrom(0);
        if (digits == text.length() || isFractionFrom(digits)) {
            return number(digits);
        }
        LocalDate date = date(digits);
        if (atEnd()) {
            return new TimeLabel(date.atStartOfDay(), null);
        }
        if (!takeBlanks() && !take('T')) {
            throw unreadable();
        }
        LocalTime time = time();
        ZoneOffset offset = offset();
        if (!atEnd()) {
            throw unreadable();
        }
        return new TimeLabel(LocalDateTime.of(date, time), offset);
    }

    private TimeLabel number(int digits) {
        return switch (digits) {
            case 9, 10 -> epoch(digits, 1_000_000_000);
            case 13 -> epoch(digits, 1_000_000);
            case 16 -> epoch(digits, 1_000);
            case 19 -> epoch(digits, 1);
            default -> new TimeLabel(compact(digits), null);
        };
    }

    /** A date, or a date and a time of day, in nothing but digits. */
    private LocalDateTime compact(int digits) {
        if (digits != text.length()) {
            throw unreadable();
        }
        return switch (digits) {
            case 8 -> compactDate().atStartOfDay();
            case 12, 14 -> LocalDateTime.of(compactDate(), compactTime(digits - 8));
            default -> throw unreadable();
        };
    }

    /** A time since 1970 in a unit of so many nanoseconds. */
    private TimeLabel epoch(int digits, long unitNanos) {
        long units = Long.parseLong(text.substring(0, digits));
        long rest = digits == text.length()
                ? 0
                : new BigDecimal("0" + text.substring(digits))
                        .multiply(BigDecimal.valueOf(unitNanos))
                        .longValue();
        long perSecond = 1_000_000_000 / unitNanos;
        Instant moment = Instant.ofEpochSecond(units / perSecond, units % perSecond * unitNanos + rest);
        return new TimeLabel(LocalDateTime.ofInstant(moment, ZoneOffset.UTC), ZoneOffset.UTC);
    }

    private LocalDate date(int digits) {
        return switch (digits) {
            case 0 -> monthNameFirst();
            case 1, 2 -> yearLast(digits);
            case 4 -> yearFirst();
            case 8 -> compactDate();
            default -> throw unreadable();
        };
    }

    private LocalDate yearFirst() {
        int year = fixed(4);
        char separator = separator();
        int month = isDigitNext() ? oneOrTwoDigits() : monthName();
        if (!take(separator)) {
            throw unreadable();
        }
        return LocalDate.of(year, month, oneOrTwoDigits());
    }

    /** {@code 31.12.2025} begins with the day, {@code 31/12/2025} as the file does, {@code 31-Dec-2025} is plain. */
    private LocalDate yearLast(int digits) {
        int first = fixed(digits);
        char separator = take(' ') ? ' ' : separator();
        if (!isDigitNext()) {
            int month = monthName();
            return LocalDate.of(yearAfter(separator), month, first);
        }
        int second = oneOrTwoDigits();
        int year = yearAfter(separator);
        if (separator == '.') {
            return LocalDate.of(year, second, first);
        }
        if (separator == ' ' || (order == null && first <= 12 && second <= 12 && first != second)) {
            throw new DateTimeException("'" + text + "' may begin with the day or with the month; see time_format");
        }
        boolean dayFirst = order == null ? first > 12 : order == DateOrder.DAY_FIRST;
        return LocalDate.of(year, dayFirst ? second : first, dayFirst ? first : second);
    }

    /** {@code Dec 31, 2025}. */
    private LocalDate monthNameFirst() {
        int month = monthName();
        if (!takeBlanks()) {
            throw unreadable();
        }
        int day = oneOrTwoDigits();
        take(',');
        if (!takeBlanks()) {
            throw unreadable();
        }
        return LocalDate.of(fixed(4), month, day);
    }

    private LocalDate compactDate() {
        return LocalDate.of(fixed(4), fixed(2), fixed(2));
    }

    private int yearAfter(char separator) {
        if (!take(separator)) {
            throw unreadable();
        }
        return fixed(4);
    }

    private char separator() {
        char separator = next();
        if (separator != '-' && separator != '.' && separator != '/') {
            throw unreadable();
        }
        return separator;
    }

    /** A month by the first three letters of its English name. */
    private int monthName() {
        int end = at;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        String name = text.substring(at, end).toLowerCase(Locale.ROOT);
        int month = name.length() < 3 ? -1 : MONTHS.indexOf(name.substring(0, 3));
        if (month < 0) {
            throw unreadable();
        }
        at = end;
        return month + 1;
    }

    private LocalTime time() {
        int digits = digitsFrom(at);
        if (digits > 2) {
            return compactTime(digits);
        }
        int hour = oneOrTwoDigits();
        if (!take(':')) {
            throw unreadable();
        }
        int minute = fixed(2);
        int second = take(':') ? fixed(2) : 0;
        int nano = take('.') || take(',') ? fraction() : 0;
        return LocalTime.of(halfDay(hour), minute, second, nano);
    }

    /** {@code 093000}, {@code 93000} where a spreadsheet dropped the zero, and {@code 0930}. */
    private LocalTime compactTime(int digits) {
        return switch (digits) {
            case 4 -> LocalTime.of(fixed(2), fixed(2));
            case 5 -> LocalTime.of(fixed(1), fixed(2), fixed(2));
            case 6 -> LocalTime.of(fixed(2), fixed(2), fixed(2));
            default -> throw unreadable();
        };
    }

    /** The hour of a day of 24, where AM or PM follows. */
    private int halfDay(int hour) {
        int mark = at;
        takeBlanks();
        boolean isPm = text.regionMatches(true, at, "PM", 0, 2);
        if (!isPm && !text.regionMatches(true, at, "AM", 0, 2)) {
            at = mark;
            return hour;
        }
        if (hour < 1 || hour > 12) {
            throw unreadable();
        }
        at += 2;
        return hour % 12 + (isPm ? 12 : 0);
    }

    private int fraction() {
        int start = at;
        int nano = 0;
        while (isDigitNext()) {
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

    /** {@code Z}, {@code UTC}, {@code +01:00}, {@code GMT+0100}. */
    private @Nullable ZoneOffset offset() {
        if (atEnd()) {
            return null;
        }
        takeBlanks();
        String zone = text.substring(at).toUpperCase(Locale.ROOT);
        at = text.length();
        String rest = zone.startsWith("UTC") || zone.startsWith("GMT") ? zone.substring(3) : zone;
        if (rest.isEmpty() || zone.equals("Z")) {
            return ZoneOffset.UTC;
        }
        if (rest.charAt(0) != '+' && rest.charAt(0) != '-') {
            throw unreadable();
        }
        return ZoneOffset.of(rest);
    }

    private int digitsFrom(int start) {
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end - start;
    }

    /** Whether nothing but a point and digits follows. */
    private boolean isFractionFrom(int point) {
        return text.charAt(point) == '.'
                && point + 1 < text.length()
                && point + 1 + digitsFrom(point + 1) == text.length();
    }

    private int oneOrTwoDigits() {
        return fixed(Math.min(2, Math.max(1, digitsFrom(at))));
    }

    /** Exactly this many digits. */
    private int fixed(int digits) {
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

    private boolean takeBlanks() {
        boolean any = false;
        while (take(' ')) {
            any = true;
        }
        return any;
    }

    private boolean isDigitNext() {
        return !atEnd() && isDigit(text.charAt(at));
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
