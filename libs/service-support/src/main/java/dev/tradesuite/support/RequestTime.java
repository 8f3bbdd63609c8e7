package dev.tradesuite.support;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * Reads a time as people and programs send it, the same in bodies and in queries: ISO-8601 with {@code Z} or an offset,
 * or a number since 1970 whose magnitude says whether it counts seconds, milliseconds, microseconds or nanoseconds.
 *
 * <p>A time outside of 1970 to 2100 is a mistake of units and refused.
 */
public final class RequestTime {

    /** What a time looks like, for messages. */
    public static final String EXPECTED =
            "a time such as 2026-01-31T09:30:00Z or 1769851800, in s, ms, us or ns, from 1970 to 2100";

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("2101-01-01T00:00:00Z").minusNanos(1);

    /** Numbers below are seconds, below a thousand times this milliseconds, and so on: as seconds, the year 5138. */
    private static final BigDecimal SECONDS_BELOW = new BigDecimal("1e11");

    private static final BigDecimal THOUSAND = new BigDecimal(1000);
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,20}(\\.[0-9]{1,20})?");

    private RequestTime() {}

    /**
     * The time the text says.
     *
     * @throws IllegalArgumentException when it says none from 1970 to 2100
     */
    public static Instant parse(String text) {
        String said = text.strip();
        if (NUMBER.matcher(said).matches()) {
            return of(new BigDecimal(said));
        }
        try {
            // In a query the plus of an offset is read as a space.
            return within(OffsetDateTime.parse(said.replace(' ', '+')).toInstant());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("expected " + EXPECTED, e);
        }
    }

    /**
     * The time so many units after the beginning of 1970.
     *
     * @throws IllegalArgumentException when it is not from 1970 to 2100
     */
    public static Instant of(BigDecimal number) {
        BigDecimal seconds = number;
        BigDecimal limit = SECONDS_BELOW;
        for (int unit = 0; unit < 3 && number.abs().compareTo(limit) >= 0; unit++) {
            seconds = seconds.movePointLeft(3);
            limit = limit.multiply(THOUSAND);
        }
        if (seconds.signum() < 0 || seconds.compareTo(SECONDS_BELOW) >= 0) {
            throw new IllegalArgumentException("expected " + EXPECTED);
        }
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        long nanos = seconds.subtract(whole).movePointRight(9).longValue();
        return within(Instant.ofEpochSecond(whole.longValueExact()).plus(nanos, ChronoUnit.NANOS));
    }

    private static Instant within(Instant time) {
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw new IllegalArgumentException("expected " + EXPECTED);
        }
        return time;
    }
}
