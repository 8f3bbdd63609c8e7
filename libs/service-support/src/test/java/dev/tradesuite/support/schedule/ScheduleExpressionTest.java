package dev.tradesuite.support.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleExpressionTest {

    private static final Instant TEN = Instant.parse("2026-01-05T10:00:00Z");

    @Test
    void intervalComesAfterItsLength() {
        assertThat(ScheduleExpression.read("PT15M").next(TEN)).contains(Instant.parse("2026-01-05T10:15:00Z"));
    }

    @Test
    void cronIsInUtcUnlessAZoneStandsBehindIt() {
        assertThat(ScheduleExpression.read("0 0 9 * * MON-FRI").next(TEN))
                .contains(Instant.parse("2026-01-06T09:00:00Z"));
        assertThat(ScheduleExpression.read("0 0 9 * * MON-FRI Europe/Prague").next(TEN))
                .contains(Instant.parse("2026-01-06T08:00:00Z"));
        assertThat(ScheduleExpression.read("@daily America/New_York").next(TEN))
                .contains(Instant.parse("2026-01-06T05:00:00Z"));
    }

    /** Prague is an hour ahead of UTC in winter and two in summer; the clock goes forward on 2026-03-29. */
    @Test
    void wallClockOfTheZoneCounts() {
        ScheduleExpression nine = ScheduleExpression.read("0 0 9 * * * Europe/Prague");

        assertThat(nine.next(Instant.parse("2026-03-28T00:00:00Z"))).contains(Instant.parse("2026-03-28T08:00:00Z"));
        assertThat(nine.next(Instant.parse("2026-03-28T09:00:00Z"))).contains(Instant.parse("2026-03-29T07:00:00Z"));
    }

    @Test
    void dayThatDoesNotExistNeverComes() {
        assertThat(ScheduleExpression.read("0 0 0 31 2 *").next(TEN)).isEmpty();
        assertThat(ScheduleExpression.read("0 0 0 31 2 *").shortestGap(TEN)).isEmpty();
    }

    @Test
    void closestTimesAreFound() {
        assertThat(ScheduleExpression.read("PT15M").shortestGap(TEN)).contains(Duration.ofMinutes(15));
        assertThat(ScheduleExpression.read("* * * * * *").shortestGap(TEN)).contains(Duration.ofSeconds(1));
        assertThat(ScheduleExpression.read("0,3 0 * * * *").shortestGap(TEN)).contains(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"often", "PT", "PT0S", "-PT5M", "P-1D", "* * *", "", "0 0 9 * * * Europe/Nowhere"})
    void nonsenseIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ScheduleExpression.read(text));
    }
}
