package dev.tradesuite.learning.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TradingFiguresTest {

    @Test
    void profitsAreSummedByDayAndMonth() {
        TradeLog log = new TradeLog();
        for (int day = 20; day <= 31; day++) {
            log.openDay(at("2026-01-%02dT10:00:00Z".formatted(day)));
        }
        log.book(at("2026-01-20T10:00:00Z"), 0.01);
        log.count(true);
        log.book(at("2026-01-20T11:00:00Z"), -0.002);
        log.count(false);
        log.book(at("2026-02-03T23:59:59Z"), -0.003);
        log.count(false);
        log.held(0.07);

        TradingFigures figures = TradingFigures.of(log, 1);

        assertThat(figures.trades()).isEqualTo(3);
        assertThat(figures.winRate()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(figures.profitPercent()).isCloseTo(0.5, within(1e-12));
        assertThat(figures.buyAndHoldPercent()).isCloseTo(7, within(1e-12));
        assertThat(figures.days()).isEqualTo(13);
        assertThat(figures.profitableMonths()).isEqualTo(0.5);
    }

    @Test
    void withoutATradeNothingIsMadeUp() {
        TradeLog log = new TradeLog();
        log.openDay(at("2026-01-20T10:00:00Z"));

        TradingFigures figures = TradingFigures.of(log, 1);

        assertThat(figures.winRate()).isNull();
        assertThat(figures.profitableMonths()).isNull();
        assertThat(figures.probabilisticSharpe()).isNull();
        assertThat(figures.profitAboveZero()).isZero();
        assertThat(EdgeVerdict.on(null, figures)).isEqualTo(new EdgeVerdict(false, "No edge: it made no trade."));
    }

    @Test
    void aSteadyProfitIsSureAndAChanceIsNot() {
        assertThat(ProfitBootstrap.aboveZero(new double[] {0.01, 0.02, 0.01, 0.015}, 1))
                .isEqualTo(1);
        assertThat(ProfitBootstrap.aboveZero(new double[] {-0.01, 0.01, -0.02, 0.02}, 1))
                .isBetween(0.3, 0.6);
        assertThat(ProfitBootstrap.aboveZero(new double[] {-0.01, 0.01, -0.02, 0.02}, 1))
                .isEqualTo(ProfitBootstrap.aboveZero(new double[] {-0.01, 0.01, -0.02, 0.02}, 1));
    }

    @Test
    void anEdgeNeedsBoth() {
        boolean[] outcomes = {true, false};
        double[] half = {0.5, 0.5};
        ProbabilityFigures good = ProbabilityFigures.of(new double[] {0.8, 0.2}, half, outcomes);
        ProbabilityFigures bad = ProbabilityFigures.of(new double[] {0.2, 0.8}, half, outcomes);

        assertThat(EdgeVerdict.on(good, profit(0.95)).edge()).isTrue();
        assertThat(EdgeVerdict.on(good, profit(0.949)).edge()).isFalse();
        assertThat(EdgeVerdict.on(bad, profit(1)).edge()).isFalse();
        assertThat(EdgeVerdict.on(null, profit(0.96)).edge()).isTrue();
        assertThat(EdgeVerdict.on(bad, profit(0.5)).sentence())
                .isEqualTo(
                        "No edge: its Brier score of 0.6400 does not beat the 0.2500 of the base rate, and its profit"
                                + " after costs of 1.25 % is above zero in 50.0 % of the draws over days, less than 95"
                                + " %.");
    }

    private static TradingFigures profit(double aboveZero) {
        return new TradingFigures(10, 0.5, 1.25, 0, 20, 0.5, 0.9, aboveZero);
    }

    private static long at(String time) {
        return Instant.parse(time).toEpochMilli();
    }
}
