package dev.tradesuite.portfolio.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.CorrelationWindow;
import dev.tradesuite.quant.returns.Correlation;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RollingPairServiceTest {

    private final FakeReturns returns = new FakeReturns();

    @Test
    void everyPointIsTheCorrelationOfTheWindowThatEndsThere() {
        returns.add("A", RunLabel.PAPER, 100, FakeReturns.noise(1)).add("B", RunLabel.PAPER, 100, FakeReturns.noise(2));

        RollingPairService.Rolling rolling = roll(10);

        assertThat(rolling.points()).hasSize(10);
        assertThat(rolling.points().getLast().day()).isEqualTo(FakeReturns.LAST);
        assertThat(rolling.points().getFirst().day()).isEqualTo(FakeReturns.LAST.minusDays(9));
        assertThat(rolling.points().getFirst().correlation().orElseThrow())
                .isCloseTo(
                        Correlation.pearson(series(1, 61, 91), series(2, 61, 91))
                                .orElseThrow(),
                        within(1e-14));
    }

    @Test
    void thereIsNoPointWithoutAFullWindow() {
        returns.add("A", RunLabel.PAPER, 100, FakeReturns.noise(1)).add("B", RunLabel.PAPER, 29, FakeReturns.noise(2));

        RollingPairService.Rolling rolling = roll(10);

        assertThat(rolling.points()).isEmpty();
        assertThat(rolling.observations()).isEqualTo(29);
    }

    @Test
    void strategyWithoutReturnsHasNoPoint() {
        returns.add("A", RunLabel.PAPER, 100, FakeReturns.noise(1)).register("B", "imported", false);

        assertThat(roll(10).observations()).isZero();
    }

    private RollingPairService.Rolling roll(int days) {
        return CorrelationOutcomes.known(new RollingPairService(
                        new PanelReader(returns, returns, returns),
                        Clock.fixed(
                                FakeReturns.LAST.plusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC))
                .roll(new RollingPairService.Question(
                        new StrategyPair("A", "B"), CorrelationWindow.DAYS_30, ReturnLabels.sole(), days)));
    }

    private static double[] series(long seed, int from, int to) {
        return IntStream.range(from, to).mapToDouble(FakeReturns.noise(seed)).toArray();
    }
}
