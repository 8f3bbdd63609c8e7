package dev.tradesuite.brain.model.votes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrengthTest {

    @ParameterizedTest
    @CsvSource({
        // a range of 0.002, full at half of it
        "0.0005, 0.5",
        "-0.0005, 0.5",
        "0.001, 1",
        "0.005, 1",
        "0.0001, 0.1",
        // below a tenth it is noise
        "0.00009, 0",
        "0, 0"
    })
    void aDistanceIsMeasuredByTheRangeOfTheMarket(double distance, double strength) {
        assertThat(Strength.of(distance, OptionalDouble.of(0.002), 0.5)).isCloseTo(strength, within(1e-9));
    }

    @Test
    void aDirectionWithoutARangeToMeasureItByIsWorthHalf() {
        assertThat(Strength.of(0.0001, OptionalDouble.empty(), 1)).isEqualTo(Strength.UNMEASURED);
        assertThat(Strength.of(-0.0001, OptionalDouble.of(0), 1)).isEqualTo(Strength.UNMEASURED);
        assertThat(Strength.of(0, OptionalDouble.empty(), 1)).isZero();
    }
}
