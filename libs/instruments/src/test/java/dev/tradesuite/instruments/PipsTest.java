package dev.tradesuite.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PipsTest {

    @Test
    void equalsAnotherDistanceWithOtherTrailingZeros() {
        assertThat(Pips.of("50.0")).isEqualTo(Pips.of(50)).hasToString("50");
    }

    @Test
    void refusesNegativeDistances() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pips.of("-1"))
                .withMessage("pips must not be negative, was -1");
    }

    @Test
    void ordersByLength() {
        assertThat(Pips.of("9.9").isLessThan(Pips.of(10))).isTrue();
        assertThat(Pips.of("10.1").isMoreThan(Pips.of(10))).isTrue();
        assertThat(Pips.of("0.000").isZero()).isTrue();
    }
}
