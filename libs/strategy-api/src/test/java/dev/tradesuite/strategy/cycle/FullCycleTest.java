package dev.tradesuite.strategy.cycle;

import static dev.tradesuite.strategy.SampleMarkets.event;
import static dev.tradesuite.strategy.SampleMarkets.market;
import static dev.tradesuite.strategy.SampleMarkets.marketFrom;
import static dev.tradesuite.strategy.SampleMarkets.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.strategy.StrategyReason;
import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketSnapshot;
import dev.tradesuite.market.MarketSourceException;
import dev.tradesuite.strategy.SampleMarkets;
import dev.tradesuite.strategy.SampleSource;
import dev.tradesuite.strategy.cycle.MemoryBooks.BookedReport;
import dev.tradesuite.strategy.cycle.PortfolioState.RestingMarket;
import dev.tradesuite.strategy.feed.PriceStore;
import dev.tradesuite.strategy.feed.SharedMarkets;
import dev.tradesuite.strategy.parameter.ParameterFault;
import dev.tradesuite.strategy.selection.Miss;
import dev.tradesuite.strategy.selection.OrderIntent;
import dev.tradesuite.strategy.selection.SkippedMarket;
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
    private final ControllerStats stats = new ControllerStats(clock);
    private final FullCycle<BookedReport> cycles = new FullCycle<>(
            strategy,
            new SharedMarkets(source, PriceStore.none(), Duration.ofSeconds(10), clock),
            books,
            stats,
            clock,
            Duration.ofSeconds(10));

    @Test
    void buysTheMostConfidentFirstUntilTheSlotsAreTaken() {
        source.says(snapshot(market("b", "0.7"), market("d", "0.9"), market("a", "0.7"), market("c", "0.8")));
        books.config.put("max_positions", 3);

        BookedReport report = cycles.run(CYCLE);

        // a and b are equal; the tie is broken by the market.
        assertThat(books.orders).containsExactly("BUY d Yes", "BUY c Yes", "BUY a Yes");
        assertThat(report.summary().signals()).extracting(OrderIntent::marketId).containsExactly("d", "c", "a");
        assertThat(report.summary().counts()).isEqualTo(new CycleSummary.Counts(1, 1, 4, 4, 4, 3));
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

        BookedReport report = cycles.run(CYCLE);

        assertThat(report.summary().counts()).isEqualTo(new CycleSummary.Counts(2, 1, 2, 1, 1, 10));
        assertThat(report.summary().steps())
                .extracting(CycleSummary.Step::name)
                .containsExactly(
                        "begin", "markets", "event_filter", "market_filter", "held_markets", "signals", "orders");
        assertThat(report.summary().steps())
                .allSatisfy(step -> assertThat(step.millis()).isNotNegative());
    }

    @Test
    void tellsWhatEachFilterDroppedAndWhatCameNearestToPassing() {
        source.says(new MarketSnapshot(
                SampleMarkets.NOW,
                List.of(
                        event("thin", 500, market("b", "0.7")),
                        event("nearly", 9_000, market("c", "0.7")),
                        event("enough", 50_000, market("closed", "0.7", false, null))),
                List.of()));

        List<CycleSummary.FilterCount> filters = cycles.run(CYCLE).summary().filters();

        assertThat(filters)
                .extracting(CycleSummary.FilterCount::filter, CycleSummary.FilterCount::dropped)
                .containsExactly(tuple("event_min_liquidity", 2), tuple("tradable", 1));
        assertThat(filters.getFirst().nearest())
                .extracting(CycleSummary.NearMiss::id)
                .containsExactly("nearly", "thin");
        assertThat(filters.getFirst().nearest().getFirst().why())
                .isEqualTo(new Miss("event_min_liquidity", new BigDecimal("9000"), new BigDecimal("10000")));
    }

    @Test
    void tellsWhyAMarketThatPassedTheFiltersIsNotBought() {
        source.says(snapshot(market("a", "0.7"), market("b", "0.8"), market("c", "0.6")));
        books.config.put("max_positions", 2);
        books.hold("b");

        BookedReport report = cycles.run(CYCLE);

        assertThat(books.orders).containsExactly("BUY a Yes");
        assertThat(report.summary().skipped())
                .extracting(SkippedMarket::marketId, skipped -> skipped.why().filter())
                .containsExactlyInAnyOrder(tuple("b", "held"), tuple("c", "open_slots"));
    }

    @Test
    void cycleWithNothingToDoIsASuccess() {
        BookedReport report = cycles.run(CYCLE);

        assertThat(report.trades()).isZero();
        assertThat(books.batches).isEmpty();
        assertThat(books.reports).containsKey(CYCLE.cycleId());
        assertThat(stats.succeeded()).isEqualTo(1);
        assertThat(stats.lastCycleAt()).contains(clock.instant());
    }

    @Test
    void repeatedCycleTradesNothingAgain() {
        source.says(snapshot(market("a", "0.7")));
        BookedReport first = cycles.run(CYCLE);

        assertThat(cycles.run(CYCLE)).isEqualTo(first);
        assertThat(books.orders).hasSize(1);
    }

    @Test
    void marketThatIsHeldIsNotBoughtAgainInLaterCycles() {
        source.says(snapshot(market("a", "0.7"), market("b", "0.8")));
        books.config.put("max_positions", 2);
        books.hold("b");

        BookedReport report = cycles.run(CYCLE);
        BookedReport next = cycles.run(NEXT);

        assertThat(books.orders).containsExactly("BUY a Yes");
        assertThat(report.summary().counts().openSlots()).isEqualTo(1);
        assertThat(next.summary().counts().openSlots()).isZero();
        assertThat(next.summary().counts().signals()).isZero();
    }

    @Test
    void cycleThatBrokeOffBuysOnlyTheRestWhenItIsRepeated() {
        source.says(snapshot(market("a", "0.7"), market("b", "0.8")));
        books.breaksAt = "a";
        assertThatIllegalStateException().isThrownBy(() -> cycles.run(CYCLE));
        assertThat(books.positions).containsOnlyKeys("b");
        assertThat(stats.failed()).isEqualTo(1);

        books.breaksAt = null;
        BookedReport report = cycles.run(CYCLE);

        assertThat(books.orders).containsExactly("BUY b Yes", "BUY a Yes");
        assertThat(books.positions).containsOnlyKeys("a", "b");
        // What the first run has bought belongs to the cycle too.
        assertThat(report.trades()).isEqualTo(2);
    }

    @Test
    void sellsBeforeItBuysBecauseThatFreesSlots() {
        source.says(snapshot(market("a", "0.7"), market("b", "0.2")));
        books.config.put("max_positions", 1);
        books.hold("b");

        BookedReport report = cycles.run(CYCLE);

        // Below 0.3 the strategy sells.
        assertThat(books.orders).containsExactly("SELL b Yes", "BUY a Yes");
        assertThat(report.summary().counts().openSlots()).isEqualTo(1);
        assertThat(report.trades()).isEqualTo(2);
        assertThat(books.batches).hasSize(1);
    }

    @Test
    void tellsThePricesOfWhatIsHeldAlsoWhenItsMarketIsOver() {
        source.says(snapshot(market("a", "0.5")));
        source.knows(market("over", "0.99", false, "Yes"));
        books.hold("a");
        books.hold("over");
        books.hold("gone");

        BookedReport report = cycles.run(CYCLE);

        assertThat(books.batches.getFirst().prices())
                .containsExactlyInAnyOrder(
                        new HeldPrice("a", "Yes", new BigDecimal("0.495"), SampleMarkets.NOW, null),
                        new HeldPrice("over", "Yes", new BigDecimal("0.985"), SampleMarkets.NOW, BigDecimal.ONE));
        assertThat(report.settled()).isEqualTo(1);
        assertThat(report.summary().warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo(StrategyReason.HELD_MARKET_UNKNOWN.name());
            assertThat(warning.message()).endsWith("Markets: gone.");
        });
    }

    @Test
    void deniedOrderDoesNotStopTheOthers() {
        source.says(snapshot(market("a", "0.7"), market("b", "0.8")));
        books.denied.add("b");

        BookedReport report = cycles.run(CYCLE);

        assertThat(books.positions).containsOnlyKeys("a");
        assertThat(report.trades()).isEqualTo(1);
        assertThat(report.denied()).isEqualTo(1);
    }

    @Test
    void marketThatIsOverLeavesItsSlotToAPurchase() {
        source.says(snapshot(market("a", "0.7")));
        source.knows(market("over", "0.99", false, "Yes"));
        books.config.put("max_positions", 1);
        books.hold("over");

        BookedReport report = cycles.run(CYCLE);

        assertThat(report.summary().counts().openSlots()).isEqualTo(1);
        assertThat(report.settled()).isEqualTo(1);
        assertThat(books.positions).containsOnlyKeys("a");
    }

    /** 10 shares at 1 and a cash of 290 pay for a set of 300; the settlement comes before the purchase. */
    @Test
    void settlementLeavesItsCashToASet() {
        strategy.buysSets = true;
        source.says(snapshot(market("a", "0.3"), market("b", "0.3"), market("c", "0.3")));
        source.knows(market("over", "0.99", false, "Yes"));
        books.cash = new BigDecimal("290");
        books.hold("over");

        cycles.run(CYCLE);
        assertThat(books.positions).containsOnlyKeys("a", "b", "c");
    }

    @Test
    void outcomeThatItsMarketDoesNotHaveWaitsWithAWarning() {
        source.knows(market("over", "0.99", false, "Yes"));
        books.hold("over", "Maybe");

        BookedReport report = cycles.run(CYCLE);

        assertThat(report.settled()).isZero();
        assertThat(books.positions).containsOnlyKeys("over");
        assertThat(report.summary().warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo(StrategyReason.HELD_OUTCOME_UNKNOWN.name());
            assertThat(warning.message()).endsWith("Markets: over (Maybe).");
        });
    }

    @Test
    void marketsReadTooLongAgoValueAndSettleAndTradeNothing() {
        source.isGoodFor(Duration.ofHours(24));
        source.says(snapshot(market("a", "0.7"), market("b", "0.8")));
        source.knows(market("over", "0.99", false, "Yes"));
        books.hold("a");
        books.hold("over");
        clock.advance(Duration.ofHours(24).plusSeconds(1));

        BookedReport report = cycles.run(CYCLE);

        assertThat(books.orders).isEmpty();
        assertThat(books.batches.getFirst().prices())
                .extracting(HeldPrice::marketId)
                .containsExactlyInAnyOrder("a", "over");
        assertThat(report.settled()).isEqualTo(1);
        assertThat(report.summary().warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo(StrategyReason.DATA_STALE.name());
            assertThat(warning.message()).endsWith("Read at 2026-03-02T12:00:00Z, 24 h ago; at most 24 h.");
        });
    }

    @Test
    void marketsOfExactlyTheAgeAllowedAreTraded() {
        source.isGoodFor(Duration.ofHours(24));
        source.says(snapshot(market("a", "0.7")));
        clock.advance(Duration.ofHours(24));

        cycles.run(CYCLE);

        assertThat(books.positions).containsOnlyKeys("a");
    }

    @Test
    void pausedPortfolioIsValuedAndSettledAndBuysNothing() {
        source.says(snapshot(market("a", "0.7"), market("b", "0.8")));
        source.knows(market("over", "0.99", false, "Yes"));
        books.hold("a");
        books.hold("over");
        books.status = PortfolioStatus.PAUSED;

        BookedReport report = cycles.run(CYCLE);

        assertThat(books.orders).isEmpty();
        assertThat(books.batches.getFirst().prices()).hasSize(2);
        assertThat(report.settled()).isEqualTo(1);
        assertThat(report.summary().warnings())
                .extracting(Reason::code)
                .containsExactly(StrategyReason.BUYING_PAUSED.name());
    }

    @Test
    void marketThatWasLostIsLeftAloneForTheCooldown() {
        source.says(snapshot(market("a", "0.7"), market("b", "0.8")));
        books.resting.add(new RestingMarket("b", SampleMarkets.NOW.minus(Duration.ofHours(23))));

        BookedReport report = cycles.run(CYCLE);

        assertThat(books.positions).containsOnlyKeys("a");
        assertThat(report.summary().warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo(StrategyReason.COOLING_DOWN.name());
            assertThat(warning.message()).endsWith("Markets: b.");
        });
    }

    @Test
    void marketIsBoughtAgainAfterTheCooldown() {
        source.says(snapshot(market("b", "0.8")));
        books.resting.add(new RestingMarket("b", SampleMarkets.NOW.minus(Duration.ofHours(24))));

        cycles.run(CYCLE);

        assertThat(books.positions).containsOnlyKeys("b");
    }

    @Test
    void setWithALegThatRestsIsLeftAloneAsAWhole() {
        strategy.buysSets = true;
        source.says(snapshot(market("a", "0.3"), market("b", "0.3"), market("c", "0.3")));
        books.resting.add(new RestingMarket("b", SampleMarkets.NOW.minus(Duration.ofHours(1))));

        cycles.run(CYCLE);

        assertThat(books.orders).isEmpty();
    }

    /** The ask is 0.605, so 100 USD buy 165.289256 shares: enough for 165, too few for 166. */
    @Test
    void fewerSharesThanTheVenueTakesAreNotBought() {
        source.says(snapshot(marketFrom("a", "0.6", "165"), marketFrom("b", "0.6", "166")));

        BookedReport report = cycles.run(CYCLE);

        assertThat(books.positions).containsOnlyKeys("a");
        assertThat(report.summary().warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo(StrategyReason.BELOW_MINIMUM_SIZE.name());
            assertThat(warning.message()).endsWith("Markets: b.");
        });
    }

    @Test
    void setIsBoughtWhole() {
        strategy.buysSets = true;
        source.says(snapshot(market("a", "0.3"), market("b", "0.3"), market("c", "0.3")));

        BookedReport report = cycles.run(CYCLE);

        assertThat(books.positions).containsOnlyKeys("a", "b", "c");
        assertThat(report.summary().warnings()).isEmpty();
    }

    @Test
    void setOfWhichALegIsDeniedIsNotBoughtAtAll() {
        strategy.buysSets = true;
        source.says(snapshot(market("a", "0.3"), market("b", "0.3"), market("c", "0.3")));
        books.denied.add("c");

        BookedReport report = cycles.run(CYCLE);

        assertThat(books.batches).hasSize(1);
        assertThat(books.batches.getFirst().intents())
                .extracting(OrderIntent::set)
                .containsOnly("e");
        assertThat(books.positions).isEmpty();
        assertThat(report.denied()).isEqualTo(3);
    }

    @Test
    void setThatDoesNotFitIsNotBegun() {
        strategy.buysSets = true;
        source.says(snapshot(market("a", "0.3"), market("b", "0.3"), market("c", "0.3")));
        books.config.put("max_positions", 2);
        BookedReport overSlots = cycles.run(CYCLE);
        books.config.clear();
        books.cash = new BigDecimal("299.99");
        BookedReport overCash = cycles.run(NEXT);

        assertThat(books.orders).isEmpty();
        assertThat(overSlots.summary().warnings())
                .extracting(Reason::code)
                .containsExactly(StrategyReason.SET_OVER_SLOTS.name());
        assertThat(overCash.summary().warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo(StrategyReason.SET_OVER_CASH.name());
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
        books.status = PortfolioStatus.ARCHIVED;
        assertRefused(CycleRefusedException.Cause.NOT_ACTIVE, "portfolio 7 is archived");
        books.status = PortfolioStatus.ACTIVE;
        books.config.put("max_positions", "many");
        assertThatExceptionOfType(CycleRefusedException.class)
                .isThrownBy(() -> cycles.run(CYCLE))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(ParameterFault::parameter)
                        .containsExactly("max_positions"));
        assertThat(books.orders).isEmpty();
        assertThat(stats.failed()).isEqualTo(3);
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
            List<Future<BookedReport>> calls = IntStream.range(0, 50)
                    .mapToObj(i -> callers.submit(() -> cycles.run(new CycleRequest(7, new UUID(1, i % 10), 0))))
                    .toList();
            for (Future<BookedReport> call : calls) {
                call.get();
            }
        }

        // The books of this test keep no lock: two cycles at once would buy more than two, or the same one twice.
        assertThat(books.orders).containsExactly("BUY c Yes", "BUY b Yes");
        assertThat(books.reports).hasSize(10);
    }

    @Test
    void secondCycleOfAPortfolioIsToldWhenTheFirstTakesTooLong() throws Exception {
        FullCycle<BookedReport> impatient = new FullCycle<>(
                strategy,
                new SharedMarkets(source, PriceStore.none(), Duration.ofSeconds(10), clock),
                books,
                stats,
                clock,
                Duration.ZERO);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        books.whenBegun = () -> {
            begun.countDown();
            await(released);
        };
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<BookedReport> first = callers.submit(() -> impatient.run(CYCLE));
            await(begun);

            assertThatExceptionOfType(CycleRefusedException.class)
                    .isThrownBy(() -> impatient.run(NEXT))
                    .satisfies(refused -> assertThat(refused.why()).isEqualTo(CycleRefusedException.Cause.BUSY));

            released.countDown();
            assertThat(first.get().summary().request()).isEqualTo(CYCLE);
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
