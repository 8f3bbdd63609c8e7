package dev.tradesuite.learning.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ActivationTest {

    private static final double ROUNDING = 4e-15;

    private final Random random = new Random(1);

    @Test
    void exponentialIsThatOfStrictMath() {
        for (int i = 0; i < 100_000; i++) {
            double x = random.nextDouble(-690, 690);

            assertThat(Activation.exp(x) / StrictMath.exp(x)).isCloseTo(1, within(ROUNDING));
        }
        assertThat(Activation.exp(0)).isEqualTo(1);
    }

    @Test
    void exponentialStaysFiniteBeyondItsRange() {
        assertThat(Activation.exp(1e9)).isEqualTo(Activation.exp(700)).isFinite();
        assertThat(Activation.exp(-1e9)).isEqualTo(Activation.exp(-700)).isPositive();
    }

    @Test
    void tangentAndLogisticAreThoseOfStrictMath() {
        for (int i = 0; i < 100_000; i++) {
            double x = random.nextDouble(-30, 30);

            assertThat(Activation.tanh(x)).isCloseTo(StrictMath.tanh(x), within(ROUNDING));
            assertThat(Activation.logistic(x)).isCloseTo(1 / (1 + StrictMath.exp(-x)), within(ROUNDING));
        }
    }
}
