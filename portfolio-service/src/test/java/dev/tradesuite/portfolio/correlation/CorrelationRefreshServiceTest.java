package dev.tradesuite.portfolio.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.CorrelationEstimator;
import dev.tradesuite.contracts.portfolio.CorrelationHistory.Cause;
import dev.tradesuite.contracts.portfolio.CorrelationWindow;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CorrelationRefreshServiceTest {

    private final FakeReturns returns = new FakeReturns();
    private final FakeKeeping keeping = new FakeKeeping();
    private final TestClock clock = new TestClock();
    private int hoursAskedFor;
    private final CorrelationRefreshService refresh = new CorrelationRefreshService(
            new PanelReader(returns, returns, returns),
            new CorrelationRefreshService.Returns(returns, () -> hoursAskedFor++),
            new CorrelationCalculator(20),
            new CorrelationWatch(0.6, 0.2, 0.05),
            new CorrelationRefreshService.Keeping(keeping, keeping, keeping),
            new Directly(),
            clock);

    @Test
    void everyLabelAndWindowIsComputedStoredAndCached() {
        returns.add("A", RunLabel.PAPER, 400, FakeReturns.noise(1))
                .add("B", RunLabel.PAPER, 400, FakeReturns.noise(2))
                .add("B", RunLabel.BACKTEST, 100, FakeReturns.noise(3));

        CorrelationRefreshService.Outcome outcome = refresh.refresh();

        assertThat(outcome.version()).isEqualTo(1);
        assertThat(outcome.computed())
                .extracting(one ->
                        one.label() + " " + one.snapshot().basis().window().wireName())
                .containsExactly("PAPER 30", "PAPER 90", "PAPER 365", "BACKTEST 30", "BACKTEST 90", "BACKTEST 365");
        assertThat(keeping.stored)
                .extracting(CorrelationStore.Stored::cause)
                .hasSize(6)
                .containsOnly(Cause.DAILY);
        assertThat(keeping.find(
                        new CorrelationKey(
                                CorrelationWindow.DAYS_365,
                                ReturnLabels.only(RunLabel.PAPER),
                                CorrelationEstimator.SAMPLE,
                                List.of()),
                        1))
                .hasValueSatisfying(snapshot ->
                        assertThat(snapshot.pairs().observations(0, 1)).isEqualTo(365));
    }

    /** The same returns cannot begin twice; other ones of noise end it. */
    @Test
    void pairThatIsTooMuchAlikeIsToldOfOnceAndWhenItIsOver() {
        returns.add("A", RunLabel.PAPER, 100, FakeReturns.noise(1)).add("B", RunLabel.PAPER, 100, FakeReturns.noise(1));

        refresh.refresh();
        CorrelationRefreshService.Outcome again = refresh.refresh();

        assertThat(again.pairChanges()).isZero();
        assertThat(keeping.pairChanges).singleElement().satisfies(change -> {
            assertThat(change.pair()).isEqualTo(new StrategyPair("A", "B"));
            assertThat(change.above()).isTrue();
            assertThat(change.correlation().orElseThrow()).isCloseTo(1, within(1e-12));
        });

        returns.clear("B");
        returns.add("B", RunLabel.PAPER, 100, FakeReturns.noise(2));
        refresh.refresh();

        assertThat(keeping.pairChanges)
                .extracting(CorrelationWatch.PairChange::above)
                .containsExactly(true, false);
    }

    /**
     * 365 days without anything in common, the last 30 of which are the same: the short mean is far above the long one.
     */
    @Test
    void regimeThatChangesIsStoredAndToldOf() {
        IntToDoubleFunction one = FakeReturns.noise(1);
        IntToDoubleFunction other = FakeReturns.noise(2);
        returns.add("A", RunLabel.PAPER, 400, one)
                .add("B", RunLabel.PAPER, 400, i -> (i < 370 ? other : one).applyAsDouble(i));

        CorrelationRefreshService.Outcome outcome = refresh.refresh();
        CorrelationRefreshService.Outcome again = refresh.refresh();

        assertThat(outcome.regimeChanges()).isEqualTo(1);
        assertThat(again.regimeChanges()).isZero();
        assertThat(keeping.regimeChanges).singleElement().satisfies(change -> assertThat(change.shortMean())
                .isGreaterThan(change.longMean() + 0.2));
        assertThat(keeping.stored)
                .filteredOn(stored -> stored.cause() == Cause.REGIME)
                .hasSize(3);
    }

    /** Hours are asked for at each refresh; both are the same, so their correlation is 1. */
    @Test
    void hoursAreComputedBesideTheDays() {
        returns.add("A", RunLabel.PAPER, 100, FakeReturns.noise(1))
                .add("B", RunLabel.PAPER, 100, FakeReturns.noise(2))
                .addHours("A", RunLabel.PAPER, clock.instant(), 30, FakeReturns.noise(3))
                .addHours("B", RunLabel.PAPER, clock.instant(), 30, FakeReturns.noise(3));

        CorrelationRefreshService.Outcome outcome = refresh.refresh();

        assertThat(hoursAskedFor).isEqualTo(1);
        assertThat(outcome.computed())
                .filteredOn(one -> one.snapshot().basis().window() == CorrelationWindow.HOURS_OF_10_DAYS)
                .singleElement()
                .satisfies(one -> assertThat(one.snapshot().pairs().get(0, 1).orElseThrow())
                        .isCloseTo(1, within(1e-12)));
        assertThat(outcome.pairChanges()).as("a pair is judged by days").isZero();
    }

    @Test
    void nothingIsComputedWithoutStrategies() {
        assertThat(refresh.refresh().computed()).isEmpty();
        assertThat(returns.reads).isZero();
    }

    /** Nobody trades on an imported strategy, so only what comes and what is corrected counts. */
    @Test
    void returnsThatChangeAreLookedAtSoonAlthoughEveryMarketIsClosed() {
        returns.add("A", RunLabel.PAPER, 100, FakeReturns.noise(1));
        CorrelationDue due = due();

        assertThat(due.look()).isFalse();
        keeping.change();
        assertThat(due.look()).isTrue();
        assertThat(due.look()).isFalse();
    }

    /** A portfolio may trade at any time. */
    @Test
    void openMarketIsLookedAtFromTimeToTime() {
        returns.register("P", "portfolio:17", false);
        CorrelationDue due = due();

        assertThat(due.look()).isTrue();
        assertThat(due.look()).isFalse();
        clock.pass(Duration.ofMinutes(15));
        assertThat(due.look()).isTrue();
    }

    private CorrelationDue due() {
        return new CorrelationDue(
                returns,
                new OpenMarkets(InstrumentCatalog.shipped(), MarketHours.shipped()),
                keeping,
                refresh,
                Duration.ofMinutes(15),
                clock);
    }

    /** A clock that a test moves. */
    private static final class TestClock extends Clock {

        private Instant now = FakeReturns.LAST.plusDays(1).atTime(12, 0).toInstant(ZoneOffset.UTC);

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** Does everything at once, without a transaction. */
    private static final class Directly implements UnitOfWork {

        @Override
        public <T> T durable(Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T relaxed(Supplier<T> work) {
            return work.get();
        }
    }
}
