package dev.tradesuite.ledger.prediction.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.problem.FieldError;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulesTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"PT15M", "PT10S", "P1D", "0 */5 * * * *", "0 0 9 * * MON-FRI Europe/Prague", "@hourly"})
    void intervalsAndCronExpressionsAreRead(String schedule) {
        assertThat(Schedules.faultOf(schedule, NOW)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "-PT15M", "PT1S", "P367D", "P1M", "15 minutes", "*/5 * * * *", "0 0 25 * * *", " "})
    void otherThingsAreNot(String schedule) {
        assertThat(Schedules.faultOf(schedule, NOW)).map(FieldError::field).contains("schedule");
    }

    @Test
    void whatNeverComesOrComesTooOftenIsNamed() {
        assertThat(Schedules.faultOf("0 0 0 31 2 *", NOW)).map(FieldError::code).contains("NEVER_COMES");
        assertThat(Schedules.faultOf("* * * * * *", NOW)).map(FieldError::code).contains("OUT_OF_RANGE");
        assertThat(Schedules.faultOf("0,3 0 9 * * *", NOW))
                .map(FieldError::code)
                .contains("OUT_OF_RANGE");
    }
}
