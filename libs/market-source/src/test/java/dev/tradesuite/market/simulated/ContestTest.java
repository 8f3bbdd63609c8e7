package dev.tradesuite.market.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContestTest {

    /** From the table of the normal distribution: Phi(0) = 0.5, Phi(1) = 0.841345, Phi(-1.96) = 0.024998. */
    @Test
    void normalDistributionIsThatOfTheTable() {
        assertThat(Contest.normalBelow(0)).isCloseTo(0.5, within(1e-7));
        assertThat(Contest.normalBelow(1)).isCloseTo(0.8413447, within(1e-7));
        assertThat(Contest.normalBelow(-1.96)).isCloseTo(0.0249979, within(1e-7));
    }

    /** Two contenders 1 apart, each still to move with variance 1: Phi(1 / sqrt(1 + 1)) = Phi(0.7071) = 0.7602. */
    @Test
    void chanceOfTwoIsThatOfTheDifferenceOfTwoNormals() {
        double[] chances = new Contest(new double[] {1, 0}, new Noise(1)).chances(0);
        assertThat(chances[0]).isCloseTo(0.7602, within(1e-4));
        assertThat(chances[1]).isCloseTo(0.2398, within(1e-4));
    }

    @Test
    void chancesAlwaysSumToOne() {
        Contest contest = new Contest(new double[] {0.3, -0.4, 0, 0.8}, new Noise(7));
        for (double moment = 0; moment < 1; moment += 0.01) {
            assertThat(Arrays.stream(contest.chances(moment)).sum()).isCloseTo(1, within(1e-9));
        }
    }

    @Test
    void chancesConvergeToTheWinner() {
        for (int seed = 0; seed < 50; seed++) {
            Contest contest = new Contest(new double[] {0.5, 0, -0.2}, new Noise(seed));
            assertThat(contest.chances(1 - 1e-9)[contest.winner()]).isGreaterThan(0.99);
        }
    }

    /**
     * The chance at the start is what happens: of 4,000 contests of two that begin 1 apart, the leader wins 76 %. One
     * standard deviation of that count is sqrt(0.76 x 0.24 / 4000) = 0.7 %.
     */
    @Test
    void favouritesWinAsOftenAsTheirChanceSays() {
        long wins = IntStream.range(0, 4000)
                .filter(seed -> new Contest(new double[] {1, 0}, new Noise(31L * seed)).winner() == 0)
                .count();
        assertThat(wins / 4000.0).isCloseTo(0.7602, within(0.021));
    }

    /** Steps of a Brownian motion over a tenth of the time have variance 0.1 wherever they lie. */
    @Test
    void pathsWanderEvenly() {
        for (double from : new double[] {0, 0.25, 0.61, 0.9}) {
            double squares = IntStream.range(0, 4000)
                    .mapToDouble(seed -> {
                        Wandering path = new Wandering(new Noise(97L * seed));
                        return path.at(from + 0.1) - path.at(from);
                    })
                    .map(step -> step * step)
                    .average()
                    .orElseThrow();
            assertThat(squares).as("variance from %s", from).isCloseTo(0.1, within(0.01));
        }
        assertThat(new Wandering(new Noise(3)).at(0)).isZero();
    }
}
