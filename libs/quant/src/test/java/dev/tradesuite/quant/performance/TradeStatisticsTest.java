package dev.tradesuite.quant.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TradeStatisticsTest {

    private static final Instant OPENED = Instant.parse("2026-01-05T10:00:00Z");

    @Test
    void countsAndAddsUpWhatTradesBrought() {
        // Wins 30 and 10, losses -15 and -5, one of exactly nothing.
        TradeStatistics statistics = TradeStatistics.of(
                List.of(trade("30", 10), trade("-15", 20), trade("10", 30), trade("-5", 40), trade("0", 50)));

        assertThat(statistics.count()).isEqualTo(5);
        assertThat(statistics.wins()).isEqualTo(2);
        assertThat(statistics.losses()).isEqualTo(2);
        assertThat(statistics.grossProfit()).isEqualByComparingTo("40");
        assertThat(statistics.grossLoss()).isEqualByComparingTo("-20");
        assertThat(statistics.netProfit()).isEqualByComparingTo("20");
        assertThat(statistics.totalFees()).isEqualByComparingTo("2.5");
        // 2 / 5; 40 / 20; 40 / 2; -20 / 2; 20 / 5; (10 + 20 + 30 + 40 + 50) / 5
        assertThat(statistics.winRate()).isEqualTo(Metric.of(0.4));
        assertThat(statistics.profitFactor()).isEqualTo(Metric.of(2));
        assertThat(statistics.averageWin()).isEqualTo(Metric.of(20));
        assertThat(statistics.averageLoss()).isEqualTo(Metric.of(-10));
        assertThat(statistics.averageTrade()).isEqualTo(Metric.of(4));
        assertThat(statistics.averageHoldMinutes()).isEqualTo(Metric.of(30));
    }

    @Test
    void withoutTradesNothingIsKnown() {
        TradeStatistics none = TradeStatistics.of(List.of());

        assertThat(none.netProfit()).isZero();
        assertThat(List.of(
                        none.winRate(),
                        none.profitFactor(),
                        none.averageWin(),
                        none.averageLoss(),
                        none.averageTrade(),
                        none.averageHoldMinutes()))
                .containsOnly(Metric.absent(MetricReason.NO_CLOSED_TRADES));
    }

    @Test
    void withoutALossThereIsNoProfitFactor() {
        TradeStatistics wins = TradeStatistics.of(List.of(trade("30", 10)));

        assertThat(wins.profitFactor()).isEqualTo(Metric.absent(MetricReason.NO_LOSS));
        assertThat(wins.averageLoss()).isEqualTo(Metric.absent(MetricReason.NO_LOSS));
        assertThat(wins.winRate()).isEqualTo(Metric.of(1));
    }

    @Test
    void withoutAWinTheProfitFactorIsZeroAndTheAverageWinAbsent() {
        TradeStatistics losses = TradeStatistics.of(List.of(trade("-30", 10)));

        assertThat(losses.profitFactor()).isEqualTo(Metric.of(0));
        assertThat(losses.averageWin()).isEqualTo(Metric.absent(MetricReason.NO_WIN));
    }

    @Test
    void thoseOfTwoSetsAddUpToThoseOfAll() {
        List<TradeResult> first = List.of(trade("3.1", 7), trade("-1.7", 9));
        List<TradeResult> second = List.of(trade("-2.2", 11), trade("0.4", 13), trade("5", 1));

        assertThat(TradeStatistics.of(first).plus(TradeStatistics.of(second)))
                .isEqualTo(TradeStatistics.of(
                        Stream.concat(first.stream(), second.stream()).toList()));
    }

    @Test
    void refusesATradeThatEndsBeforeItBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TradeResult(OPENED, OPENED.minusSeconds(1), BigDecimal.ONE, BigDecimal.ZERO));
    }

    @Test
    void aMetricIsNeverNotANumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> Metric.of(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Metric.of(Double.POSITIVE_INFINITY));
        assertThat(Metric.of(2).map(value -> value * 100).value().orElseThrow()).isCloseTo(200, within(0.0));
        assertThat(Metric.absent(MetricReason.NO_LOSS).map(value -> value * 100).reason())
                .contains(MetricReason.NO_LOSS);
    }

    private static TradeResult trade(String netProfit, int minutes) {
        return new TradeResult(
                OPENED, OPENED.plus(Duration.ofMinutes(minutes)), new BigDecimal(netProfit), new BigDecimal("0.5"));
    }
}
