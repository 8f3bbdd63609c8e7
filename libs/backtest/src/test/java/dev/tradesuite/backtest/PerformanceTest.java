package dev.tradesuite.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.backtest.BacktestTrade.Exit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PerformanceTest {

    private static final LocalDate DAY = LocalDate.parse("2023-01-01");
    private static final BigDecimal START = new BigDecimal("1000");

    /** Wins 30 + 20 = 50, losses 100: win rate 2 / 3, profit factor 50 / 100 = 0.5. */
    @Test
    void countsOnlyTradesWithAResult() {
        Performance figures = Performance.of(
                START,
                equity("950"),
                List.of(
                        trade(Exit.WON, "30"),
                        trade(Exit.SOLD, "20"),
                        trade(Exit.LOST, "-100"),
                        trade(Exit.NOT_SETTLED, "7"),
                        trade(Exit.OPEN, "-9")));
        assertThat(figures.trades()).isEqualTo(5);
        assertThat(figures.decided()).isEqualTo(3);
        assertThat(figures.winRate()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(figures.profitFactor()).isCloseTo(0.5, within(1e-12));
        assertThat(figures.undecidedProfit()).isEqualByComparingTo("-2");
        assertThat(figures.totalReturn()).isCloseTo(-0.05, within(1e-12));
    }

    @Test
    void whatCannotBeComputedIsAbsent() {
        Performance none = Performance.of(START, equity("1000"), List.of());
        assertThat(none.winRate()).isNull();
        assertThat(none.profitFactor()).isNull();
        Performance noLoss = Performance.of(START, equity("1000"), List.of(trade(Exit.WON, "1")));
        assertThat(noLoss.profitFactor()).isNull();
        assertThat(noLoss.winRate()).isEqualTo(1.0);
    }

    /** 1,200 -> 900 is 300 / 1,200 = 25 %; the later 1,300 -> 1,100 is only 15.4 %. */
    @Test
    void drawdownIsTheDeepestFallFromAPeakBeforeIt() {
        assertThat(drawdown("1100", "1200", "1000", "900", "1300", "1100")).isCloseTo(0.25, within(1e-9));
    }

    /** The first day already lies 10 % below the balance it began with. */
    @Test
    void drawdownBeginsAtTheInitialBalance() {
        assertThat(drawdown("900", "950")).isCloseTo(0.1, within(1e-9));
        assertThat(drawdown("1000", "1001", "1002")).isZero();
    }

    private static double drawdown(String... values) {
        return Performance.of(START, equity(values), List.of()).maxDrawdown();
    }

    private static List<DailyValue> equity(String... values) {
        return IntStream.range(0, values.length)
                .mapToObj(i -> new DailyValue(DAY.plusDays(i), new BigDecimal(values[i]), BigDecimal.ZERO, 0, 0))
                .toList();
    }

    private static BacktestTrade trade(Exit exit, String profit) {
        BigDecimal one = BigDecimal.ONE;
        return new BacktestTrade("7", "Q?", "Yes", DAY, one, one, one, exit, DAY, one, one, new BigDecimal(profit));
    }
}
