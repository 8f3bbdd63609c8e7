package dev.tradesuite.signals.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.signals.ComparisonPeriod;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.quant.performance.Metric;
import dev.tradesuite.quant.performance.MetricReason;
import dev.tradesuite.quant.performance.ReturnInterval;
import dev.tradesuite.quant.performance.TradeStatistics;
import dev.tradesuite.signals.equity.FakeCurves;
import dev.tradesuite.signals.series.Accounts;
import dev.tradesuite.signals.series.ModelAccount;
import dev.tradesuite.signals.series.ModelSelection;
import dev.tradesuite.signals.series.ModelSeries;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PerformanceServiceTest {

    /** A Wednesday. */
    private static final Instant END = Instant.parse("2026-03-04T12:00:00Z");

    private final FakeCurves curves = new FakeCurves();
    private final PerformanceService service = new PerformanceService(
            new PerformanceStores(
                    curves,
                    (_, after, _) -> after == null
                            ? Map.of()
                            : Map.of(
                                    1,
                                    new TradeStatistics(
                                            2,
                                            1,
                                            1,
                                            new BigDecimal("30"),
                                            new BigDecimal("-10"),
                                            BigDecimal.TWO,
                                            Duration.ofHours(1))),
                    new FakeKept()),
            new MarketSampling(InstrumentCatalog.shipped(), MarketHours.shipped()));

    private static final class FakeKept implements PerformanceStore {

        @Override
        public Map<Integer, Double> dailyReturns(ModelSeries series, LocalDate day) {
            return day.equals(LocalDate.of(2026, 3, 4)) ? Map.of(1, 0.01) : Map.of();
        }

        @Override
        public Map<Integer, Integer> openPositions(ModelSeries series) {
            return Map.of(1, 1);
        }
    }

    @Test
    void aDayIsLookedAtByTheHourFromTheEquityAtItsStart() {
        Instant before = END.minus(Duration.ofHours(25));
        curves.add(1, before, "8000");
        curves.add(1, END.minus(Duration.ofHours(24)), "10000");
        curves.add(1, END.minus(Duration.ofHours(2)), "9000");
        curves.add(1, END, "9900");

        ModelPerformance model = of(account(before, "9900"), ComparisonPeriod.DAY);

        assertThat(figure(model.returns().total())).isCloseTo(-0.01, within(1e-12));
        assertThat(figure(model.returns().daily())).isEqualTo(0.01);
        assertThat(figure(model.falls().deepest())).isCloseTo(0.1, within(1e-12));
        assertThat(figure(model.falls().current())).isCloseTo(0.01, within(1e-12));
        assertThat(model.trades().profitFactor().value()).hasValue(3);
        assertThat(model.openPositions()).isEqualTo(1);
        assertThat(model.ratios().statistics().basis().interval()).isEqualTo(ReturnInterval.HOURLY);
        assertThat(model.ratios().statistics().sharpe().reason()).contains(MetricReason.TOO_FEW_RETURNS);
        assertThat(model.ratios().calmar().reason()).contains(MetricReason.TOO_SHORT);
    }

    @Test
    void aMonthIsLookedAtByTheTradingDayOfItsMarket() {
        Instant opened = END.minus(Duration.ofDays(40));
        for (int day = 0; day <= 40; day++) {
            curves.add(1, opened.plus(Duration.ofDays(day)), Integer.toString(10_000 + (day % 3) * 50));
        }

        ModelPerformance model = of(account(opened, "10050"), ComparisonPeriod.MONTH);

        assertThat(model.ratios().statistics().basis().interval()).isEqualTo(ReturnInterval.DAILY);
        assertThat(model.ratios().statistics().basis().count()).isEqualTo(30);
        assertThat(model.ratios().statistics().basis().periodsPerYear()).isBetween(250.0, 262.0);
        assertThat(model.ratios().statistics().sharpe().value()).isPresent();
        assertThat(model.ratios().calmar().value()).isPresent();
    }

    @Test
    void allBeginsWithTheCapitalAtTheOpeningOfTheFirstBar() {
        Instant opened = END.minus(Duration.ofMinutes(10));
        curves.add(1, END.minus(Duration.ofMinutes(5)), "10100");
        curves.add(1, END, "10200");

        assertThat(figure(of(account(opened, "10200"), ComparisonPeriod.ALL)
                        .returns()
                        .total()))
                .isCloseTo(0.02, within(1e-12));
    }

    @Test
    void whatIsLostOrHasNoPointIsAbsentWithAReason() {
        Instant before = END.minus(Duration.ofHours(25));
        curves.add(1, before, "0");
        curves.add(1, END, "0");
        assertThat(of(account(before, "0"), ComparisonPeriod.DAY)
                        .returns()
                        .total()
                        .reason())
                .contains(MetricReason.CAPITAL_LOST);

        ModelAccount silent = Accounts.account(2, "ML_XGB", before, END, "10000");
        ModelPerformance none = of(silent, ComparisonPeriod.DAY);
        assertThat(none.falls().deepest().reason()).contains(MetricReason.NO_EQUITY);
        assertThat(none.ratios().statistics().volatility().reason()).contains(MetricReason.NO_EQUITY);
        assertThat(none.trades().winRate().reason()).contains(MetricReason.NO_CLOSED_TRADES);
    }

    @Test
    void whatWasComputedIsKeptUntilTheNextBar() {
        curves.add(1, END, "10100");
        ModelSelection selection = Accounts.selection(account(END.minusSeconds(300), "10100"));
        List<ModelPerformance> first = service.of(selection, ComparisonPeriod.DAY);
        assertThat(service.of(selection, ComparisonPeriod.DAY)).isSameAs(first);
        assertThat(curves.reads()).isEqualTo(1);

        Instant next = END.plusSeconds(300);
        curves.add(1, next, "10201");
        ModelAccount later = Accounts.account(1, "RL_PPO", END.minusSeconds(300), next, "10201");
        List<ModelPerformance> second = service.of(Accounts.selection(later), ComparisonPeriod.DAY);
        assertThat(figure(second.getFirst().returns().total())).isCloseTo(0.0201, within(1e-12));
        assertThat(curves.reads()).isEqualTo(2);
    }

    @Test
    void withoutABarThereIsNoPeriod() {
        ModelSelection empty = new ModelSelection(0, Optional.empty(), Optional.empty(), List.of());
        assertThat(service.window(empty, ComparisonPeriod.ALL)).isEmpty();
        assertThat(service.of(empty, ComparisonPeriod.ALL)).isEmpty();
    }

    private ModelPerformance of(ModelAccount account, ComparisonPeriod period) {
        return service.of(Accounts.selection(account), period).getFirst();
    }

    private static ModelAccount account(Instant firstBar, String equity) {
        return Accounts.account(1, "RL_PPO", firstBar, END, equity);
    }

    private static double figure(Metric metric) {
        return metric.value().orElseThrow();
    }
}
