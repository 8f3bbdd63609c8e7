package dev.tradesuite.portfolio.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.CorrelationWindow;
import dev.tradesuite.quant.returns.Correlation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RollingPairServiceTest {

    private static final Instant NOON =
            FakeReturns.LAST.plusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC);

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

    /** 600 hours end at noon, so the first of their 26 days has 12 of them, too few for a point. */
    @Test
    void hoursRollOverTenDays() {
        returns.addHours("A", RunLabel.PAPER, NOON, 600, FakeReturns.noise(1, 600))
                .addHours("B", RunLabel.PAPER, NOON, 600, FakeReturns.noise(2, 600));

        RollingPairService.Rolling rolling = roll(CorrelationWindow.HOURS_OF_10_DAYS, 365);

        assertThat(rolling.observations()).isEqualTo(600);
        assertThat(rolling.partial()).isTrue();
        assertThat(rolling.absent()).isEmpty();
        assertThat(rolling.points()).hasSize(25);
        assertThat(rolling.points().getLast().day()).isEqualTo(FakeReturns.LAST.plusDays(1));
        assertThat(rolling.points().getLast().correlation().orElseThrow())
                .isCloseTo(
                        Correlation.pearson(
                                        IntStream.range(360, 600)
                                                .mapToDouble(FakeReturns.noise(1, 600))
                                                .toArray(),
                                        IntStream.range(360, 600)
                                                .mapToDouble(FakeReturns.noise(2, 600))
                                                .toArray())
                                .orElseThrow(),
                        within(1e-14));
        assertThat(roll(CorrelationWindow.HOURS_OF_10_DAYS, 3).points())
                .isEqualTo(rolling.points().subList(22, 25));
    }

    @Test
    void tooFewCommonHoursAreAReason() {
        returns.addHours("A", RunLabel.PAPER, NOON, 100, FakeReturns.noise(1))
                .addHours("B", RunLabel.PAPER, NOON, 19, FakeReturns.noise(2));

        RollingPairService.Rolling rolling = roll(CorrelationWindow.HOURS_OF_10_DAYS, 10);

        assertThat(rolling.points()).isEmpty();
        assertThat(rolling.absent().orElseThrow().message())
                .isEqualTo("19 hours in common, 20 are needed within ten days");
    }

    @Test
    void sourceThatTellsNoHoursIsTheReason() {
        returns.addHours("A", RunLabel.PAPER, NOON, 100, FakeReturns.noise(1)).register("B", "imported", false);

        assertThat(roll(CorrelationWindow.HOURS_OF_10_DAYS, 10)
                        .absent()
                        .orElseThrow()
                        .code())
                .isEqualTo("HOURS_NOT_IMPORTED");
    }

    @Test
    void portfolioHasNoHoursAndAnAccountMayHaveNoneYet() {
        returns.register("A", "portfolio:7", false).register("B", "account:main", false);

        assertThat(new AbsentReturnService(returns)
                        .of(CorrelationWindow.HOURS_OF_10_DAYS, List.of("A", "B"))
                        .values())
                .extracting(Reason::code)
                .containsExactly("HOURS_OF_PORTFOLIO_UNKNOWN", "NO_RETURNS");
    }

    private RollingPairService.Rolling roll(int days) {
        return roll(CorrelationWindow.DAYS_30, days);
    }

    private RollingPairService.Rolling roll(CorrelationWindow window, int days) {
        return CorrelationOutcomes.known(new RollingPairService(
                        new PanelReader(returns, returns, returns),
                        new AbsentReturnService(returns),
                        20,
                        Clock.fixed(NOON, ZoneOffset.UTC))
                .roll(new RollingPairService.Question(new StrategyPair("A", "B"), window, ReturnLabels.sole(), days)));
    }

    private static double[] series(long seed, int from, int to) {
        return IntStream.range(from, to).mapToDouble(FakeReturns.noise(seed)).toArray();
    }
}
