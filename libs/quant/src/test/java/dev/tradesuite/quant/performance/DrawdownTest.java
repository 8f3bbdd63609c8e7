package dev.tradesuite.quant.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawdownTest {

    @Test
    void isTheDeepestFallFromTheHighestSoFar() {
        // 120 -> 90 is 25 %, 130 -> 117 is 10 % and lasts.
        Drawdown drawdown = Drawdown.of(Curves.daily(100, 120, 100, 90, 110, 120, 130, 117));

        assertThat(drawdown.maximum()).isCloseTo(0.25, within(1e-15));
        assertThat(drawdown.current()).isCloseTo(0.1, within(1e-15));
        assertThat(drawdown.episodes())
                .containsExactly(
                        new DrawdownEpisode(day(1), 120, day(3), 90, day(5)),
                        new DrawdownEpisode(day(6), 130, day(7), 117, null));
        assertThat(drawdown.deepest(1)).extracting(DrawdownEpisode::trough).containsExactly(90.0);
        assertThat(drawdown.episodes().getLast().recovery()).isEmpty();
    }

    @Test
    void countsFromTheStartOfThePeriod() {
        // The first point is the highest: 100 -> 95.
        Drawdown drawdown = Drawdown.of(Curves.daily(100, 97, 95, 99));

        assertThat(drawdown.maximum()).isCloseTo(0.05, within(1e-15));
        assertThat(drawdown.current()).isCloseTo(0.01, within(1e-15));
    }

    @Test
    void equityThatNeverFallsHasNone() {
        Drawdown drawdown = Drawdown.of(Curves.daily(100, 100, 101, 101, 102));

        assertThat(drawdown).isEqualTo(new Drawdown(0, 0, List.of()));
    }

    @Test
    void aFallBeginsAtTheLastPointOfAPlateau() {
        assertThat(Drawdown.of(Curves.daily(100, 100, 100, 99)).episodes())
                .containsExactly(new DrawdownEpisode(day(2), 100, day(3), 99, null));
    }

    @Test
    void anAccountThatLosesMoreThanItHasFallsByMoreThanAll() {
        assertThat(Drawdown.of(Curves.daily(100, -10)).maximum()).isCloseTo(1.1, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isTheLargestFallBetweenAnyTwoPoints(long seed) {
        Random random = new Random(seed);
        double[] equity = random.doubles(300, 50, 150).toArray();

        double worst = 0;
        for (int i = 0; i < equity.length; i++) {
            for (int k = i; k < equity.length; k++) {
                worst = Math.max(worst, 1 - equity[k] / equity[i]);
            }
        }
        assertThat(Drawdown.of(Curves.daily(equity)).maximum()).isCloseTo(worst, within(1e-12));
    }

    private static Instant day(int number) {
        return Curves.START.plus(Duration.ofDays(number));
    }
}
