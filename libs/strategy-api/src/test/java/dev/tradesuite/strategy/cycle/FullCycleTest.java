package dev.tradesuite.strategy.cycle;

import static dev.tradesuite.strategy.SampleMarkets.event;
import static dev.tradesuite.strategy.SampleMarkets.market;
import static dev.tradesuite.strategy.SampleMarkets.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.strategy.StrategyReason;
import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketSnapshot;
import dev.tradesuite.market.MarketSourceException;
import dev.tradesuite.strategy.SampleMarkets;
import dev.tradesuite.strategy.SampleSource;
import dev.tradesuite.strategy.feed.PriceHistory;
import dev.tradesuite.strategy.feed.SharedMarkets;
import dev.tradesuite.strategy.parameter.Fault;
import dev.tradesuite.strategy.selection.SignalWish;
import dev.tradesuite.strategy.selection.Warning;
import dev.tradesuite.test.FixedClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FullCycleTest {

    private static final CycleRequest CYCLE = new CycleRequest(7, new UUID(0, 1), 3);
    private static final CycleRequest NEXT = new CycleRequest(7, new UUID(0, 2), 4);

    private final FixedClock clock = FixedClock.at("2026-03-02T12:00:00Z");
    private final MemoryBooks books = new MemoryBooks();
    private final SampleSource source = new SampleSource(snapshot());
    private final EagerStrategy strategy = new EagerStrategy();
    private final Activity activity = new Activity(clock);
    private final FullCycle<Report> cycles = new FullCycle<>(
            strategy,
            new SharedMarkets(source, PriceHistory.none(), Duration.ofSeconds(10), clock),
            books,
            activity,
            clock,
            Duration.ofSeconds(10));

    @Test
    void buysTheMostConfidentFirstUntilTheSlotsAreTaken() {
        source.says(snapshot(market("b", "0.7"), market("d", "0.9"), market("a", "0.7"), market("c", "0.8")));
        books.config.put("max_positions", 3);

        Report report = cycles.run(CYCLE);

        // a and b are equal; the tie is broken by the market.
        assertThat(books.orders).containsExactly("BUY d Yes", "BUY c Yes", "BUY a Yes");
        assertThat(report.signals()).extracting(SignalWish::marketId).containsExactly("d", "c", "a");
        assertThat(report.counts()).isEqualTo(new Report.Counts(1, 1, 4, 4, 4, 3, 3, 0, 0));
    }

    @Test
    void countsWhatPassesEachFilter() {
        Market closed = market("closed", "0.7", false, null);
        source.says(new MarketSnapshot(
                SampleMarkets.NOW,
                List.of(
                        event("e1", 50_000, market("a", "0.7"), closed),
                        event("thin", 500, market("b", "0.7"), market("c", "0.7"))),
                List.of()));

        Report report = cycles.run(CYCLE);

        assertThat(report.counts()).isEqualTo(new Report.Counts(2, 1, 2, 1, 1, 10, 1, 0, 0));
        assertThat(report.steps())
                .extracting(Report.Step::name)
                .containsExactly(
                        "begin",
                        "markets",
                        "event_filter",
                        "market_filter",
                        "held_markets",
                        "signals",
                        "orders",
                        "prices");
        assertThat(report.steps()).allSatisfy(step -> assertThat(step.millis()).isNotNegative());
    }

    @Test
    void cycleWithNothingToDoIsASuccess() {
        Report report = cycles.run(CYCLE);

        assertThat(report.counts().trades()).isZero();
        assertThat(books.reports).containsKey(CYCLE.cycleId());
        assertThat(activity.succeeded()).isEqualTo(1);
        assertThat(activity.lastCycleAt()).contains(clock.instant());
    }

    @Test
    void repeatedCycleTradesNothingAgain() {
        source.says(snapshot(market("a", "0.7")));
        Report first = cycles.run(CYCLE);

        assertThat(cycles.run(CYCLE)).isEqualTo(first);
        assertThat(books.orders).hasSize(1);
    }

    @Test
    void marketThatIsHeldIsNotBoughtAgainInLaterCycles() {
        source.says(snapshot(market("a", "0.7"), market("b", "0.8")));
        books.config.put("max_positions", 2);
        books.hold("b");

        Report report = cycles.run(CYCLE);
        Report next = cycles.run(NEXT);

        assertThat(books.orders).containsExactly("BUY a Yes");
        assertThat(report.counts().openSlots()).isEqualTo(1);
        assertThat(next.counts().openSlots()).isZero();
        assertThat(next.counts().signals()).isZero();
    }

    @Test
    void cycleThatBrokeOffBuysOnlyTheRestWhenItIsRepeated() {
        source.says(snapshot(market("a", "0.7"), market("b", "0.8")));
        books.breaksAt = "a";
        assertThatIllegalStateException().isThrownBy(() -> cycles.run(CYCLE));
        assertThat(books.positions).containsOnlyKeys("b");
        assertThat(activity.failed()).isEqualTo(1);

        books.breaksAt = null;
        Report report = cycles.run(CYCLE);

        assertThat(books.orders).containsExactly("BUY b Yes", "BUY a Yes");
        assertThat(books.positions).containsOnlyKeys("a", "b");
        // What the first run has bought belongs to the cycle too.
        assertThat(report.counts().trades()).isEqualTo(2);
    }

    @Test
    void sellsBeforeItBuysBecauseThatFreesSlots() {
        source.says(snapshot(market("a", "0.7"), market("b", "0.2")));
        books.config.put("max_positions", 1);
        books.hold("b");

        Report report = cycles.run(CYCLE);

        // Below 0.3 the strategy sells.
        assertThat(books.orders).containsExactly("SELL b Yes", "BUY a Yes");
        assertThat(report.counts().openSlots()).isEqualTo(1);
        assertThat(report.counts().trades()).isEqualTo(2);
        assertThat(books.marks).isEmpty();
    }

    @Test
    void tellsThePricesOfWhatIsHeldAlsoWhenItsMarketIsOver() {
        source.says(snapshot(market("a", "0.5")));
        source.knows(market("over", "0.99", false, "Yes"));
        books.hold("a");
        books.hold("over");
        books.hold("gone");

        Report report = cycles.run(CYCLE);

        assertThat(books.marks)
                .containsExactlyInAnyOrder(
                        new HeldPrice("a", "Yes", new BigDecimal("0.495"), SampleMarkets.NOW, null),
                        new HeldPrice("over", "Yes", new BigDecimal("0.985"), SampleMarkets.NOW, "Yes"));
        assertThat(report.counts().settled()).isEqualTo(1);
        assertThat(report.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.reason()).isEqualTo(StrategyReason.HELD_MARKET_UNKNOWN);
            assertThat(warning.message()).endsWith("Markets: gone.");
        });
    }

    @Test
    void deniedOrderDoesNotStopTheOthers() {
        source.says(snapshot(market("a", "0.7"), market("b", "0.8")));
        books.denied.add("b");

        Report report = cycles.run(CYCLE);

        assertThat(books.positions).containsOnlyKeys("a");
        assertThat(report.counts().trades()).isEqualTo(1);
        assertThat(report.counts().denied()).isEqualTo(1);
    }

    @Test
    void orderTheBooksCannotWriteDownIsToldAndDoesNotStopTheOthers() {
        source.says(snapshot(market("a", "0.7"), market("b", "0.8")));
        books.notTaken.add("b");

        Report report = cycles.run(CYCLE);

        assertThat(books.positions).containsOnlyKeys("a");
        assertThat(report.counts().denied()).isZero();
        assertThat(report.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.reason()).isEqualTo(StrategyReason.ORDER_NOT_TAKEN);
            assertThat(warning.message()).endsWith("Market b: market_id is too long");
        });
    }

    @Test
    void setIsBoughtWhole() {
        strategy.buysSets = true;
        source.says(snapshot(market("a", "0.3"), market("b", "0.3"), market("c", "0.3")));

        Report report = cycles.run(CYCLE);

        assertThat(books.positions).containsOnlyKeys("a", "b", "c");
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void setOfWhichALegIsDeniedIsUnwound() {
        strategy.buysSets = true;
        source.says(snapshot(market("a", "0.3"), market("b", "0.3"), market("c", "0.3")));
        books.denied.add("c");

        Report report = cycles.run(CYCLE);

        assertThat(books.orders).containsExactly("BUY a Yes", "BUY b Yes", "BUY c Yes", "SELL a Yes", "SELL b Yes");
        assertThat(books.positions).isEmpty();
        assertThat(report.counts().trades()).isEqualTo(4);
        assertThat(report.counts().denied()).isEqualTo(1);
        assertThat(report.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.reason()).isEqualTo(StrategyReason.SET_UNWOUND);
            assertThat(warning.message()).contains("Yes of market c was refused: no more of this");
        });
    }

    @Test
    void setWhoseFirstLegIsDeniedBuysNothing() {
        strategy.buysSets = true;
        source.says(snapshot(market("a", "0.3"), market("b", "0.3")));
        books.denied.add("a");

        Report report = cycles.run(CYCLE);

        assertThat(books.orders).containsExactly("BUY a Yes");
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void setThatDoesNotFitIsNotBegun() {
        strategy.buysSets = true;
        source.says(snapshot(market("a", "0.3"), market("b", "0.3"), market("c", "0.3")));
        books.config.put("max_positions", 2);
        Report overSlots = cycles.run(CYCLE);
        books.config.clear();
        books.cash = new BigDecimal("299.99");
        Report overCash = cycles.run(NEXT);

        assertThat(books.orders).isEmpty();
        assertThat(overSlots.warnings()).extracting(Warning::reason).containsExactly(StrategyReason.SET_OVER_SLOTS);
        assertThat(overCash.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.reason()).isEqualTo(StrategyReason.SET_OVER_CASH);
            assertThat(warning.message()).endsWith("costs 300, cash 299.99.");
        });
    }

    @Test
    void setThatNeedsAHeldMarketIsDropped() {
        strategy.buysSets = true;
        source.says(snapshot(market("a", "0.4"), market("b", "0.4")));
        books.hold("a");

        cycles.run(CYCLE);

        assertThat(books.orders).isEmpty();
    }

    @Test
    void refusesPortfoliosItCannotRun() {
        books.strategyType = "hybrid";
        assertRefused(CycleRefusedException.Cause.OTHER_STRATEGY, "portfolio 7 is run by hybrid, this is momentum");
        books.strategyType = "momentum";
        books.status = PortfolioStatus.PAUSED;
        assertRefused(CycleRefusedException.Cause.NOT_ACTIVE, "portfolio 7 is paused");
        books.status = PortfolioStatus.ACTIVE;
        books.config.put("max_positions", "many");
        assertThatExceptionOfType(CycleRefusedException.class)
                .isThrownBy(() -> cycles.run(CYCLE))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(Fault::parameter)
                        .containsExactly("max_positions"));
        assertThat(books.orders).isEmpty();
        assertThat(activity.failed()).isEqualTo(3);
    }

    @Test
    void marketSourceThatFailsFailsTheCycleAndLeavesItToBeRepeated() {
        source.fails("away");
        assertThatExceptionOfType(MarketSourceException.class).isThrownBy(() -> cycles.run(CYCLE));
        assertThat(books.reports).isEmpty();

        source.says(snapshot(market("a", "0.7")));
        cycles.run(CYCLE);

        assertThat(books.positions).containsOnlyKeys("a");
    }

    @Test
    void cyclesOfOnePortfolioTakeTurns() throws Exception {
        source.says(snapshot(market("a", "0.7"), market("b", "0.8"), market("c", "0.9")));
        books.config.put("max_positions", 2);

        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Report>> calls = IntStream.range(0, 50)
                    .mapToObj(i -> callers.submit(() -> cycles.run(new CycleRequest(7, new UUID(1, i % 10), 0))))
                    .toList();
            for (Future<Report> call : calls) {
                call.get();
            }
        }

        // The books of this test keep no lock: two cycles at once would buy more than two, or the same one twice.
        assertThat(books.orders).containsExactly("BUY c Yes", "BUY b Yes");
        assertThat(books.reports).hasSize(10);
    }

    @Test
    void secondCycleOfAPortfolioIsToldWhenTheFirstTakesTooLong() throws Exception {
        FullCycle<Report> impatient = new FullCycle<>(
                strategy,
                new SharedMarkets(source, PriceHistory.none(), Duration.ofSeconds(10), clock),
                books,
                activity,
                clock,
                Duration.ZERO);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        books.whenBegun = () -> {
            begun.countDown();
            await(released);
        };
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Report> first = callers.submit(() -> impatient.run(CYCLE));
            await(begun);

            assertThatExceptionOfType(CycleRefusedException.class)
                    .isThrownBy(() -> impatient.run(NEXT))
                    .satisfies(refused -> assertThat(refused.why()).isEqualTo(CycleRefusedException.Cause.BUSY));

            released.countDown();
            assertThat(first.get().request()).isEqualTo(CYCLE);
        }
    }

    private void assertRefused(CycleRefusedException.Cause why, String message) {
        assertThatExceptionOfType(CycleRefusedException.class)
                .isThrownBy(() -> cycles.run(CYCLE))
                .withMessage(message)
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(why));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
