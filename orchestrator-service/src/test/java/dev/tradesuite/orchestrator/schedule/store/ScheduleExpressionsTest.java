package dev.tradesuite.orchestrator.schedule.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.orchestrator.schedule.ScheduleView;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScheduleExpressionsTest {

    private static final Instant TEN = Instant.parse("2026-01-05T10:00:00Z");

    @Test
    void firstCycleOfAnIntervalIsDueAtOnce() {
        assertThat(ScheduleExpressions.read("PT15M").first(null, TEN)).contains(TEN);
    }

    @Test
    void intervalGoesOnFromTheLastDueTimeAlsoAfterAPause() {
        ScheduleView quarter = ScheduleExpressions.read("PT15M");

        assertThat(quarter.first(TEN.minusSeconds(60), TEN)).contains(TEN.plusSeconds(840));
        assertThat(quarter.first(TEN.minusSeconds(3600), TEN)).contains(TEN);
    }

    @Test
    void missedTimesOfAnIntervalAreOneAndTheRhythmIsKept() {
        // Due at 10:00, run at 10:40 after a break: 10:15 and 10:30 are left out, 10:45 is next.
        assertThat(ScheduleExpressions.read("PT15M").after(TEN, TEN.plusSeconds(2400)))
                .contains(TEN.plusSeconds(2700));
        assertThat(ScheduleExpressions.read("PT15M").after(TEN, TEN.plusSeconds(1)))
                .contains(TEN.plusSeconds(900));
        assertThat(ScheduleExpressions.read("PT15M").after(TEN, TEN.plusSeconds(900)))
                .contains(TEN.plusSeconds(1800));
    }

    @Test
    void cronIsInUtcAndLeavesOutWhatWasMissed() {
        ScheduleView weekdays = ScheduleExpressions.read("0 30 9 * * MON-FRI");

        // 2026-01-05 is a Monday.
        assertThat(weekdays.first(null, TEN)).contains(Instant.parse("2026-01-06T09:30:00Z"));
        assertThat(weekdays.after(Instant.parse("2026-01-01T09:30:00Z"), TEN))
                .contains(Instant.parse("2026-01-06T09:30:00Z"));
    }

    @Test
    void cronThatNeverComesAgainIsNoTime() {
        assertThat(ScheduleExpressions.read("0 0 0 30 2 *").first(null, TEN)).isEmpty();
    }

    @Test
    void nonsenseIsRefused() {
        for (String schedule : new String[] {"often", "PT", "PT0S", "P-1D", "* * *", ""}) {
            assertThatThrownBy(() -> ScheduleExpressions.read(schedule)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
