package dev.tradesuite.quant.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    @Test
    void comparesForecastsWithWhatCameTrue() {
        Calibration calibration = Calibration.of(
                new double[] {0.1, 0.15, 0.8, 0.9, 1.0}, new boolean[] {false, true, true, true, false}, 5);

        // (0.01 + 0.7225 + 0.04 + 0.01 + 1) / 5 = 0.3565; base rate 3/5, 0.6 x 0.4 = 0.24
        assertThat(calibration.brier().value().orElseThrow()).isCloseTo(0.3565, within(1e-12));
        assertThat(calibration.hitRate()).isEqualTo(Metric.of(0.6));
        assertThat(calibration.brierOfBaseRate().value().orElseThrow()).isCloseTo(0.24, within(1e-12));
        // Two forecasts below 0.2 of which one came true, three from 0.8 on of which two did; 1.0 is in the last bin.
        assertThat(calibration.bins()).hasSize(2);
        assertThat(calibration.bins().getFirst())
                .usingRecursiveComparison()
                .withEqualsForType((a, b) -> Math.abs(a - b) < 1e-12, Double.class)
                .isEqualTo(new ReliabilityBin(0, 0.2, 2, 0.125, 0.5));
        assertThat(calibration.bins().getLast())
                .usingRecursiveComparison()
                .withEqualsForType((a, b) -> Math.abs(a - b) < 1e-12, Double.class)
                .isEqualTo(new ReliabilityBin(0.8, 1, 3, 0.9, 2.0 / 3));
    }

    @Test
    void forecastsThatMeanWhatTheySayAreReliable() {
        Random random = new Random(11);
        double[] probabilities = new double[200_000];
        boolean[] outcomes = new boolean[probabilities.length];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = random.nextDouble();
            outcomes[i] = random.nextDouble() < probabilities[i];
        }
        Calibration calibration = Calibration.of(probabilities, outcomes, 10);

        assertThat(calibration.bins()).hasSize(10).allSatisfy(bin -> assertThat(bin.hitRate())
                .isCloseTo(bin.meanForecast(), within(0.015)));
        // The mean of p (1 - p) over 0 to 1 is 1/6, against 1/4 for the base rate.
        assertThat(calibration.brier().value().orElseThrow()).isCloseTo(1 / 6.0, within(0.003));
        assertThat(calibration.brierOfBaseRate().value().orElseThrow()).isCloseTo(0.25, within(0.001));
    }

    @Test
    void withoutForecastsNothingIsKnown() {
        assertThat(Calibration.of(new double[0], new boolean[0], 10).brier())
                .isEqualTo(Metric.absent(MetricReason.NO_FORECASTS));
    }

    @Test
    void refusesWhatIsNoProbability() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibration.of(new double[] {1.01}, new boolean[] {true}, 10));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Calibration.of(new double[] {Double.NaN}, new boolean[] {true}, 10));
    }
}
