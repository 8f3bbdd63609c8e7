package dev.tradesuite.support.schedule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.scheduling.support.CronExpression;

/** What a portfolio says about when its cycles are due. */
public sealed interface ScheduleExpression {

    /** Equal intervals, such as {@code PT15M}. */
    record Interval(Duration every) implements ScheduleExpression {

        @Override
        public Optional<Instant> next(Instant after) {
            return Optional.of(after.plus(every));
        }
    }

    /** A cron expression in a zone, such as {@code 0 0 9 * * MON-FRI Europe/Prague}. */
    record Cron(CronExpression times, ZoneId zone) implements ScheduleExpression {

        @Override
        public Optional<Instant> next(Instant after) {
            return Optional.ofNullable(times.next(after.atZone(zone))).map(ZonedDateTime::toInstant);
        }
    }

    /** The first time after that one; empty when there is none any more. */
    Optional<Instant> next(Instant after);

    /** How close together the next times lie at the closest; empty when fewer than two come. */
    default Optional<Duration> shortestGap(Instant from) {
        List<Instant> times = Stream.iterate(next(from), Optional::isPresent, time -> next(time.get()))
                .limit(Expressions.LOOKED_AT)
                .map(Optional::get)
                .toList();
        return IntStream.range(1, times.size())
                .mapToObj(i -> Duration.between(times.get(i - 1), times.get(i)))
                .min(Comparator.naturalOrder());
    }

    /**
     * Reads an ISO 8601 interval, or a cron expression of six fields (second, minute, hour, day of month, month, day of
     * week) or a macro such as {@code @hourly}, with a zone behind it; without one it is UTC.
     *
     * @throws IllegalArgumentException when it is neither; the message says what was expected
     */
    static ScheduleExpression read(String text) {
        String stripped = text.strip();
        return stripped.startsWith("P") || stripped.startsWith("-")
                ? Expressions.interval(stripped)
                : Expressions.cron(stripped);
    }

    /** How they are read. */
    final class Expressions {

        private static final int LOOKED_AT = 100;

        /** Six fields or a macro, and a zone. */
        private static final Pattern WITH_ZONE = Pattern.compile("(@\\w+|\\S+(?:\\s+\\S+){5})\\s+(\\S+)");

        private Expressions() {}

        private static ScheduleExpression interval(String text) {
            try {
                Duration every = Duration.parse(text);
                if (every.isPositive()) {
                    return new Interval(every);
                }
            } catch (DateTimeParseException _) {
                // Said below.
            }
            throw new IllegalArgumentException("must be an interval such as PT15M, or a cron expression");
        }

        private static ScheduleExpression cron(String text) {
            Matcher withZone = WITH_ZONE.matcher(text);
            boolean zoned = withZone.matches();
            return new Cron(times(zoned ? withZone.group(1) : text), zoned ? zone(withZone.group(2)) : ZoneOffset.UTC);
        }

        private static CronExpression times(String fields) {
            try {
                return CronExpression.parse(fields);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "must be an interval such as PT15M, or a cron expression of six fields (second, minute, hour,"
                                + " day of month, month, day of week) and a zone such as Europe/Prague: "
                                + e.getMessage(),
                        e);
            }
        }

        private static ZoneId zone(String name) {
            try {
                return ZoneId.of(name);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("must end in a zone such as Europe/Prague, not in " + name, e);
            }
        }
    }
}
