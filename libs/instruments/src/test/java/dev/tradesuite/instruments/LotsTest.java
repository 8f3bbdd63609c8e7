package dev.tradesuite.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class LotsTest {

    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

    @Test
    void equalsAnotherVolumeWithOtherTrailingZeros() {
        assertThat(Lots.of("0.4")).isEqualTo(Lots.of("0.40")).hasSameHashCodeAs(Lots.of("0.400"));
    }

    @Test
    void refusesNegativeVolumes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lots.of("-0.01"))
                .withMessage("lots must not be negative, was -0.01");
    }

    @Test
    void roundsDownToWholeSteps() {
        assertThat(Lots.of("0.3149").roundedDownTo(HUNDREDTH)).isEqualTo(Lots.of("0.31"));
        assertThat(Lots.of("0.3199999999999999999").roundedDownTo(HUNDREDTH)).isEqualTo(Lots.of("0.31"));
        assertThat(Lots.of("0.32").roundedDownTo(HUNDREDTH)).isEqualTo(Lots.of("0.32"));
        assertThat(Lots.of("0.009").roundedDownTo(HUNDREDTH)).isEqualTo(Lots.ZERO);
        assertThat(Lots.of("17").roundedDownTo(BigDecimal.TEN)).isEqualTo(Lots.of("10"));
    }

    @Test
    void writesLargeVolumesWithoutAnExponent() {
        assertThat(Lots.of("5E+6")).hasToString("5000000");
        assertThat(Lots.of("0.00001")).hasToString("0.00001");
        assertThat(Lots.of("100").value().scale()).isZero();
    }

    @Test
    void ordersBySize() {
        assertThat(Lots.of("0.2").isLessThan(Lots.of("0.20"))).isFalse();
        assertThat(Lots.of("0.2").isLessThan(Lots.of("0.21"))).isTrue();
        assertThat(Lots.of("0.3").isMoreThan(Lots.of("0.21"))).isTrue();
        assertThat(Lots.of("0.3").min(Lots.of("0.21"))).isEqualTo(Lots.of("0.21"));
        assertThat(Lots.ZERO.isZero()).isTrue();
    }
}
