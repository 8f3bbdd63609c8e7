package dev.tradesuite.brain.candle.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeRuleTest {

    @Test
    void bothEndsOfTheHoursAreIncluded() {
        TimeRule rule = TimeRule.parse("08-12:America/Bogota");

        assertThat(rule).isEqualTo(new TimeRule(8, 12, ZoneId.of("America/Bogota")));
        assertThat(IntStream.range(0, 24).filter(rule::matches)).containsExactly(8, 9, 10, 11, 12);
    }

    @Test
    void hoursMayGoOverMidnight() {
        assertThat(IntStream.range(0, 24).filter(TimeRule.parse("22-1:+03:00")::matches))
                .containsExactly(0, 1, 22, 23);
    }

    @ParameterizedTest
    @CsvSource({
        "00-12, HH-HH:zone",
        "0-24:UTC, HH-HH:zone",
        "America/Bogota, HH-HH:zone",
        "'', HH-HH:zone",
        "00-12:Bogota, Bogota",
        "00-12:+25:00, +25:00"
    })
    void saysWhatIsWrongWithTextThatIsNoRule(String text, String inMessage) {
        assertThatThrownBy(() -> TimeRule.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(inMessage);
    }
}
