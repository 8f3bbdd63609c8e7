package dev.tradesuite.ledger.prediction.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.problem.FieldError;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"PT15M", "PT1S", "P1D", "0 */5 * * * *", "0 0 9 * * MON-FRI", "@hourly"})
    void intervalsAndCronExpressionsAreRead(String schedule) {
        assertThat(Schedules.faultOf(schedule)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PT0S", "-PT15M", "PT0.5S", "P367D", "P1M", "15 minutes", "*/5 * * * *", "0 0 25 * * *", " "})
    void otherThingsAreNot(String schedule) {
        assertThat(Schedules.faultOf(schedule)).map(FieldError::field).contains("schedule");
    }
}
