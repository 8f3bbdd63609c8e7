package dev.tradesuite.ledger.performance;

import static dev.tradesuite.ledger.account.TestFills.buy;
import static dev.tradesuite.ledger.account.TestFills.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.signals.ComparisonPeriod;
import dev.tradesuite.contracts.signals.EquityResolution;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.ledger.performance.PeriodPerformance.CurveDetails;
import dev.tradesuite.ledger.performance.PeriodPerformance.Worth;
import dev.tradesuite.ledger.prediction.NoPortfolios;
import dev.tradesuite.quant.performance.Metric;
import dev.tradesuite.quant.performance.MetricReason;
import dev.tradesuite.quant.performance.PerformanceSummary.Sampling;
import dev.tradesuite.quant.performance.ReturnInterval;
import dev.tradesuite.test.FixedClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BooksPerformanceServiceTest {

    private static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");
    private static final BooksSampling SAMPLING = new BooksSampling(InstrumentCatalog.shipped(), MarketHours.shipped());

    private final FakeLines lines = new FakeLines();
    private final FakeTrades trades = new FakeTrades();
    private final BooksPerformanceService service = new BooksPerformanceService(
            lines,
            new RoundTripService(trades, 100),
            NoPortfolios.queries(),
            (_, _, _, _, _) -> List.of(),
            SAMPLING,
            FixedClock.at(NOW.toString()));

    /** 10,000 become 10,200, 5,000 are paid in, 15,200 become 15,504: 2 % and 2 %, 504 won. */
    @Test
    void cashPaidInIsNoReturn() {
        lines.at(NOW.minusSeconds(200_000), "10000", "0", 1.0)
                .at(NOW.minusSeconds(3_000), "10200", "0", 1.02)
                .at(NOW.minusSeconds(2_000), "15200", "5000", 1.02)
                .at(NOW.minusSeconds(1_000), "15504", "5000", 1.0404);

        PeriodPerformance day = service.ofAccount("main", ComparisonPeriod.DAY);

        CurveDetails curve = day.curve().orElseThrow();
        assertThat(curve.summary().totalReturn().value().orElseThrow()).isCloseTo(0.0404, within(1e-12));
        assertThat(curve.summary().drawdown().maximum()).isZero();
        Worth worth = day.worth().orElseThrow();
        assertThat(worth.netProfit()).isEqualByComparingTo("504");
        assertThat(worth.netCashFlow()).isEqualByComparingTo("5000");
        assertThat(day.start()).as("what was there when the period began").contains(NOW.minusSeconds(86_400));
        assertThat(curve.curve().last()).as("of the 10,000").isCloseTo(10_404, within(1e-9));
    }

    @Test
    void periodOfAYoungAccountBeginsWithIt() {
        lines.at(NOW.minusSeconds(3_000), "10000", "0", 1.0).at(NOW.minusSeconds(1_000), "9900", "0", 0.99);

        PeriodPerformance month = service.ofAccount("main", ComparisonPeriod.MONTH);

        assertThat(month.start()).contains(NOW.minusSeconds(3_000));
        assertThat(month.curve().orElseThrow().summary().drawdown().maximum()).isCloseTo(0.01, within(1e-12));
        assertThat(lines.asked).containsExactly(EquityResolution.POINTS);
        service.ofAccount("main", ComparisonPeriod.ALL);
        assertThat(lines.asked).endsWith(EquityResolution.HOURS);
    }

    /** The last point of the first five minutes is not what the account began with. */
    @Test
    void youngAccountBeganWithItsOpeningBalance() {
        lines.at(NOW.minusSeconds(3_000), "10000", "0", 1.0);
        lines.opening = lines.points.removeFirst();
        lines.at(NOW.minusSeconds(2_900), "9900", "0", 0.99);

        PeriodPerformance month = service.ofAccount("main", ComparisonPeriod.MONTH);

        assertThat(month.worth().orElseThrow().netProfit()).isEqualByComparingTo("-100");
        assertThat(month.curve().orElseThrow().summary().totalReturn().value().orElseThrow())
                .isCloseTo(-0.01, within(1e-12));
    }

    @Test
    void whatCannotBeComputedIsAbsentWithItsReason() {
        lines.at(NOW.minusSeconds(3_000), "10000", "0", 1.0);

        PeriodPerformance day = service.ofAccount("main", ComparisonPeriod.DAY);

        assertThat(day.curve().orElseThrow().summary().totalReturn()).isEqualTo(Metric.absent(MetricReason.NO_EQUITY));
        assertThat(day.trades().winRate()).isEqualTo(Metric.absent(MetricReason.NO_CLOSED_TRADES));
    }

    @Test
    void withoutAnyPointThereIsOnlyThePeriod() {
        PeriodPerformance day = service.ofAccount("main", ComparisonPeriod.DAY);

        assertThat(day.curve()).isEmpty();
        assertThat(day.worth()).isEmpty();
        assertThat(day.start()).isEmpty();
        assertThat(day.end()).isEqualTo(NOW);
    }

    @Test
    void lostCapitalEndsTheCurve() {
        lines.at(NOW.minusSeconds(3_000), "100", "0", 1.0)
                .at(NOW.minusSeconds(2_000), "-5", "0", -0.05)
                .at(NOW.minusSeconds(1_000), "95", "100", null);

        PeriodPerformance day = service.ofAccount("main", ComparisonPeriod.DAY);

        CurveDetails curve = day.curve().orElseThrow();
        assertThat(curve.curve().isCapitalLost()).isTrue();
        assertThat(curve.curve().size()).isEqualTo(2);
        assertThat(curve.summary().calmar()).isEqualTo(Metric.absent(MetricReason.CAPITAL_LOST));
        assertThat(day.worth().orElseThrow().netProfit()).isEqualByComparingTo("-105");
        lines.points.removeFirst();
        lines.points.removeFirst();
        assertThat(service.ofAccount("main", ComparisonPeriod.DAY).curve()).isEmpty();
    }

    /**
     * The first one closed at the start is none of it. Wins of 100 and 50, a loss of 30: profit factor 5, win rate 2 /
     * 3.
     */
    @Test
    void tradesAreThoseClosedInThePeriod() {
        Instant start = NOW.minusSeconds(86_400);
        trade("1.0800", "1.0900", start);
        trade("1.0800", "1.0810", start.plusSeconds(1));
        trade("1.0800", "1.0805", NOW.minusSeconds(60));
        trade("1.0800", "1.0797", NOW);

        PeriodPerformance day = service.ofAccount("main", ComparisonPeriod.DAY);

        assertThat(day.trades().count()).isEqualTo(3);
        assertThat(day.trades().netProfit()).isEqualByComparingTo("120");
        assertThat(day.trades().profitFactor().value().orElseThrow()).isCloseTo(5, within(1e-12));
        assertThat(day.trades().winRate().value().orElseThrow()).isCloseTo(2.0 / 3, within(1e-12));
    }

    private void trade(String entry, String exit, Instant closed) {
        trades.book(buy("1", "EURUSD", entry).at(closed.minusSeconds(60)).get());
        trades.book(sell("1", "EURUSD", exit).at(closed).get());
    }

    @Test
    void yearsCountAsInTheMarketThatIsOpenMost() {
        Sampling currencies = SAMPLING.ofAccount(Set.of("EURUSD", "AAPL"), ComparisonPeriod.MONTH, NOW);
        Sampling nothing = SAMPLING.ofAccount(Set.of(), ComparisonPeriod.DAY, NOW);

        assertThat(currencies.interval()).isEqualTo(ReturnInterval.DAILY);
        assertThat(currencies.periodsPerYear()).isBetween(250.0, 262.0);
        assertThat(currencies.dayEnd().zone().getId()).isEqualTo("America/New_York");
        assertThat(nothing.interval()).isEqualTo(ReturnInterval.HOURLY);
        assertThat(nothing.periodsPerYear()).isEqualTo(8760);
    }

    @Test
    void tripWithinAPeriodIsAfterItsStartAndNotAfterItsEnd() {
        TripFilter within = TripFilter.within(Optional.of(NOW), NOW.plusSeconds(1));

        assertThat(within.from().orElseThrow()).isEqualTo(NOW.plusNanos(1_000));
        assertThat(within.to().orElseThrow()).isEqualTo(NOW.plusSeconds(1).plusNanos(1_000));
    }
}
