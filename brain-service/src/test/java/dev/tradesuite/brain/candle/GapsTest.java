package dev.tradesuite.brain.candle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.Timeframe;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class GapsTest {

    /** A Monday. */
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    @Test
    void weekendsAndNightsOfAWeeklyRhythmAreSessionCloses() {
        List<Instant> candles = weeks(4, GapsTest::isColombianSession);

        Gaps gaps = find(candles);

        assertThat(gaps.count()).isZero();
        // Four weeks of five days: twenty sessions, nineteen closes between them.
        assertThat(gaps.sessionCount()).isEqualTo(19);
        assertThat(gaps.commonestStep()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void lostHourInASessionIsAGap() {
        Instant from = Instant.parse("2026-01-14T14:00:00Z");
        Instant to = Instant.parse("2026-01-14T15:00:00Z");

        Gaps gaps = find(weeks(4, time -> isColombianSession(time) && (time.isBefore(from) || !time.isBefore(to))));

        // Twelve candles from 14:00 to 14:55.
        assertThat(gaps.longest()).containsExactly(new Gaps.Gap(from.minusSeconds(300), to, 12));
        assertThat(gaps.count()).isEqualTo(1);
        assertThat(gaps.sessionCount()).isEqualTo(19);
    }

    @Test
    void holidayIsAGapBecauseTheSameDayOfOtherWeeksTrades() {
        Instant holiday = Instant.parse("2026-01-13T00:00:00Z");

        Gaps gaps = find(weeks(
                4,
                time -> isColombianSession(time)
                        && (time.isBefore(holiday) || !time.isBefore(holiday.plus(Duration.ofDays(1))))));

        assertThat(gaps.count()).isEqualTo(1);
        assertThat(gaps.longest().getFirst().after()).isEqualTo(Instant.parse("2026-01-12T17:55:00Z"));
        assertThat(gaps.longest().getFirst().before()).isEqualTo(Instant.parse("2026-01-14T13:00:00Z"));
    }

    @Test
    void lostMonthIsAGapThoughItsMiddleHasNoNeighbour() {
        List<Instant> candles = weeks(12, time -> isColombianSession(time) && (weekOf(time) < 4 || weekOf(time) > 7));

        assertThat(find(candles).count()).isEqualTo(1);
    }

    @Test
    void firstAndLastWeekAreJudgedByTheOnlyNeighbourTheyHave() {
        Instant lost = Instant.parse("2026-01-06T14:00:00Z");

        assertThat(find(weeks(2, time -> isColombianSession(time) && !time.equals(lost)))
                        .count())
                .isEqualTo(1);
    }

    @Test
    void dailyCandlesOfABrokersDayHaveNoGapWhenTheClocksChange() {
        // New York closes at 22:00 UTC until 8 March 2026, then at 21:00; five candles a week from Sunday.
        List<Instant> candles = new ArrayList<>();
        for (Instant day = START;
                day.isBefore(Instant.parse("2026-05-01T00:00:00Z"));
                day = day.plus(Duration.ofDays(1))) {
            DayOfWeek weekday = day.atOffset(ZoneOffset.UTC).getDayOfWeek();
            if (weekday != DayOfWeek.FRIDAY && weekday != DayOfWeek.SATURDAY) {
                boolean winter = day.isBefore(Instant.parse("2026-03-08T00:00:00Z"));
                candles.add(day.plus(Duration.ofHours(winter ? 22 : 21)));
            }
        }

        Gaps gaps = Gaps.find(millis(candles), Timeframe.D1, candles.getFirst(), candles.getLast());

        assertThat(gaps.count()).isZero();
        assertThat(gaps.commonestStep()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void candlesOutsideThePeriodHelpToJudgeButAreNotJudged() {
        Instant lost = Instant.parse("2026-01-06T14:00:00Z");
        List<Instant> candles = weeks(4, time -> isColombianSession(time) && !time.equals(lost));

        Gaps later = Gaps.find(millis(candles), Timeframe.M5, Instant.parse("2026-01-12T00:00:00Z"), candles.getLast());

        assertThat(later.count()).isZero();
        assertThat(later.sessionCount()).isEqualTo(14);
    }

    @Test
    void longestGapsComeFirstAndNoMoreThanAHundred() {
        List<Instant> candles = new ArrayList<>();
        Instant time = START;
        for (int i = 0; i <= 150; i++) {
            candles.add(time);
            time = time.plus(Duration.ofDays(5 + i));
        }

        Gaps gaps = Gaps.find(millis(candles), Timeframe.D1, candles.getFirst(), candles.getLast());

        assertThat(gaps.count()).isEqualTo(150);
        assertThat(gaps.longest()).hasSize(100);
        assertThat(gaps.longest().getFirst().missing()).isEqualTo(153);
        assertThat(gaps.longest().getLast().missing()).isEqualTo(54);
    }

    @Test
    void noneAndOneCandleHaveNoGaps() {
        assertThat(Gaps.find(new long[0], Timeframe.M5, START, START).count()).isZero();
        Gaps one = Gaps.find(new long[] {START.toEpochMilli()}, Timeframe.M5, START, START);
        assertThat(one.commonestStep()).isZero();
    }

    private static Gaps find(List<Instant> candles) {
        return Gaps.find(millis(candles), Timeframe.M5, candles.getFirst(), candles.getLast());
    }

    private static List<Instant> weeks(int weeks, Predicate<Instant> open) {
        List<Instant> candles = new ArrayList<>();
        Instant end = START.plus(Duration.ofDays(7L * weeks));
        for (Instant time = START; time.isBefore(end); time = time.plusSeconds(300)) {
            if (open.test(time)) {
                candles.add(time);
            }
        }
        return candles;
    }

    /** Monday to Friday, 13:00 to 17:55 UTC. */
    private static boolean isColombianSession(Instant time) {
        DayOfWeek day = time.atOffset(ZoneOffset.UTC).getDayOfWeek();
        LocalTime clock = time.atOffset(ZoneOffset.UTC).toLocalTime();
        return day.getValue() <= 5 && !clock.isBefore(LocalTime.of(13, 0)) && clock.isBefore(LocalTime.of(18, 0));
    }

    private static long weekOf(Instant time) {
        return Duration.between(START, time).toDays() / 7;
    }

    private static long[] millis(List<Instant> candles) {
        return candles.stream().mapToLong(Instant::toEpochMilli).toArray();
    }
}
