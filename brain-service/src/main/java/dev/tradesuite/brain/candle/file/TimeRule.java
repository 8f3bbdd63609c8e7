package dev.tradesuite.brain.candle.file;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says that labels of certain hours are wall-clock time of a zone, whatever offset they claim.
 *
 * <p>Such files exist where two feeds with different clocks were written into one column and one of them was marked UTC
 * by mistake. Written {@code 00-12:America/Bogota}: labels from 00:00 to 12:59 are Bogotá time. {@code 22-04:...} goes
 * over midnight.
 *
 * @param fromHour first hour of the label, 0 to 23
 * @param toHour last hour of the label, included
 * @param zone zone in which such a label is meant
 */
public record TimeRule(int fromHour, int toHour, ZoneId zone) {

    private static final Pattern TEXT = Pattern.compile("([01]?\\d|2[0-3])-([01]?\\d|2[0-3]):(.+)");

    /**
     * Reads a rule such as {@code 00-12:America/Bogota}.
     *
     * @throws IllegalArgumentException when it is not one; the message says what is wrong
     */
    public static TimeRule parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "expected HH-HH:zone with hours 00 to 23, such as 00-12:America/Bogota, was '" + text + "'");
        }
        try {
            return new TimeRule(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    ZoneId.of(matcher.group(3).strip()));
        } catch (DateTimeException cause) {
            throw new IllegalArgumentException(
                    "'" + matcher.group(3) + "' is neither a zone such as America/Bogota nor an offset such as -05:00",
                    cause);
        }
    }

    boolean matches(int hour) {
        return fromHour <= toHour ? hour >= fromHour && hour <= toHour : hour >= fromHour || hour <= toHour;
    }
}
