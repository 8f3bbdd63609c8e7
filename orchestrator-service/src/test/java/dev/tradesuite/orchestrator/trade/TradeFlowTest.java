package dev.tradesuite.orchestrator.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.contracts.orchestrator.Decision;
import dev.tradesuite.contracts.orchestrator.DecisionSource;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.TimeInForce;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.risk.Reduction;
import dev.tradesuite.instruments.HeldLots;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.order.ClosingPrice;
import dev.tradesuite.orchestrator.order.Lines;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.orchestrator.trade.AccountFunds.Held;
import dev.tradesuite.orchestrator.trade.AccountFunds.HeldByStrategy;
import dev.tradesuite.orchestrator.trade.StepAnswer.Given;
import dev.tradesuite.support.idempotency.Claim;
import dev.tradesuite.support.idempotency.Idempotency;
import dev.tradesuite.support.idempotency.KeyConflictException;
import dev.tradesuite.support.idempotency.RequestKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradeFlowTest {

    private static final RequestKey KEY = new RequestKey("trader", "key-1", "print");

    private final List<TradeWorld> worlds = new ArrayList<>();
    private final TradeWorld world = opened(TradeWorld.living());

    @AfterEach
    void stop() {
        worlds.forEach(TradeWorld::close);
    }

    @Test
    void executeOpensReservesAndSendsOneAfterTheOther() {
        execute(world, TradeWorld.idea().build());

        assertThat(world.lines.passed())
                .containsExactly(
                        "the brain is asked",
                        "sizing is asked",
                        "relaxed begins",
                        "relaxed before its commit",
                        "relaxed committed",
                        "risk is asked",
                        "risk has answered",
                        "durable begins",
                        "the broker is called",
                        "the broker has filled",
                        "durable before its commit",
                        "durable committed");
        TradeDecision decision = only(world);
        assertThat(decision.outcome().decision()).isEqualTo(Decision.PROCEED);
        assertThat(decision.order()).isNotNull().satisfies(order -> {
            assertThat(order.status()).isEqualTo(OrderStatus.FILLED);
            assertThat(order.origin().decisionId()).isEqualTo(decision.id());
        });
        assertThat(decision.times().steps().keySet())
                .containsExactly("brain", "account", "sizing", "book", "risk", "broker");
    }

    /** For every line an execute comes by: the instance dies there, and the next one finds what it left. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void instanceThatDiesBetweenAnyTwoLinesLeavesNothingUnsettled(boolean sharedBroker) {
        int line = 0;
        while (diesAt(line, sharedBroker)) {
            line++;
        }
        assertThat(line).as("lines of an execute").isGreaterThanOrEqualTo(12);
    }

    /** @return false when the execute came to its end before that line */
    private boolean diesAt(int line, boolean sharedBroker) {
        TradeWorld mortal = opened(new TradeWorld(sharedBroker, new Lines(line)));
        boolean died = false;
        try {
            executeOnce(mortal);
        } catch (Lines.Death _) {
            died = true;
        }
        boolean wasOpened = !mortal.orders.orders.all().isEmpty();

        mortal.restart();

        String where = "died at line %d after %s".formatted(line, mortal.lines.passed());
        assertThat(mortal.orders.orders.all()).as(where).allMatch(TradeOrder::isFinal);
        assertThat(mortal.decisions.all()).as(where).noneMatch(MemoryDecisions.Row::draft);
        assertThat(mortal.told.all())
                .as(where)
                .containsExactlyElementsOf(mortal.decisions.all().stream()
                        .map(row -> row.written().id())
                        .toList());
        boolean filled = !mortal.orders.broker.filled().isEmpty();
        if (wasOpened) {
            TradeOrder order = mortal.orders.orders.all().getFirst();
            assertThat(order.status()).as(where).isEqualTo(filled ? OrderStatus.FILLED : OrderStatus.CANCELLED);
            assertThat(mortal.decisions.all().getFirst().decision())
                    .as(where)
                    .isEqualTo(filled ? Decision.PROCEED : Decision.REJECT);
            assertThat(mortal.orders.events)
                    .as(where)
                    .containsExactly((filled ? "filled " : "closed ") + order.clientOrderId());
            assertThat(executeOnce(mortal).replayed()).as(where).isTrue();
        } else {
            assertThat(filled).as(where).isFalse();
        }
        assertThat(mortal.orders.broker.filled()).as(where).hasSizeLessThanOrEqualTo(1);
        return died;
    }

    @Test
    void repeatIsAnsweredWithTheDocumentOfTheDecision() {
        Idempotency.Answer first = executeOnce(world);
        Idempotency.Answer second = executeOnce(world);

        assertThat(first).isEqualTo(new Idempotency.Answer("PROCEED FILLED", false));
        assertThat(second).isEqualTo(new Idempotency.Answer("PROCEED FILLED", true));
        assertThat(world.orders.broker.filled()).hasSize(1);
        assertThat(world.told.all())
                .as("once for both")
                .containsExactly(only(world).id());
    }

    @Test
    void repeatOfWhatEndedWithoutAnOrderIsAnsweredToo() {
        world.neighbours.signal = new Given<>(TradeWorld.says(SignalAction.HOLD));

        executeOnce(world);

        assertThat(executeOnce(world)).isEqualTo(new Idempotency.Answer("HOLD", true));
        assertThat(world.decisions.all()).hasSize(1);
    }

    @Test
    void repeatWhileTheFirstIsUnderWayIsTold() {
        // Dies while risk is asked, and nobody has settled the order yet.
        TradeWorld mortal = opened(new TradeWorld(true, new Lines(6)));
        assertThatThrownBy(() -> executeOnce(mortal)).isInstanceOf(Lines.Death.class);

        assertThatThrownBy(() -> executeOnce(mortal)).isInstanceOf(KeyConflictException.class);
    }

    @Test
    void reservationThatIsNotAnsweredEndsTheOrder() {
        world.neighbours.verdict = TradeWorld.silent(TradeReason.RISK_UNAVAILABLE);

        execute(world, TradeWorld.idea().build());

        assertThat(world.orders.orders.all().getFirst().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(world.orders.events).hasSize(1).first().asString().startsWith("closed");
        assertThat(codes(only(world))).containsExactly("RISK_UNAVAILABLE");
        assertThat(only(world).order()).isNull();
        assertThat(world.orders.broker.filled()).isEmpty();
    }

    @Test
    void deniedOrderEndsWithTheFirstDenial() {
        world.neighbours.verdict = new Given<>(TradeWorld.allows(false));

        execute(world, TradeWorld.idea().build());

        assertThat(world.orders.orders.all().getFirst()).satisfies(order -> {
            assertThat(order.status()).isEqualTo(OrderStatus.DENIED);
            assertThat(order.cause()).isNotNull().extracting(Reason::code).isEqualTo("DAILY_LOSS_LIMIT");
        });
        assertThat(codes(only(world))).containsExactly("RISK_DENIED", "DAILY_LOSS_LIMIT");
        assertThat(only(world).canExecute()).isFalse();
    }

    @Test
    void holdAndSilentNeighboursOpenNothing() {
        List<Runnable> obstacles = List.of(
                () -> world.neighbours.signal = new Given<>(TradeWorld.says(SignalAction.HOLD)),
                () -> world.neighbours.signal = TradeWorld.silent(TradeReason.BRAIN_UNAVAILABLE),
                () -> {
                    world.neighbours.signal = new Given<>(TradeWorld.says(SignalAction.BUY));
                    world.neighbours.account = TradeWorld.silent(TradeReason.BOOKS_UNAVAILABLE);
                },
                () -> {
                    world.neighbours.account = new Given<>(new AccountFunds("USD", new BigDecimal("10000"), List.of()));
                    world.neighbours.size = TradeWorld.silent(TradeReason.SIZING_UNAVAILABLE);
                });
        List<String> reasons = new ArrayList<>();
        for (Runnable obstacle : obstacles) {
            obstacle.run();
            execute(world, TradeWorld.idea().build());
            reasons.add(codes(last(world)).getFirst());
        }

        assertThat(reasons)
                .containsExactly("SIGNAL_IS_HOLD", "BRAIN_UNAVAILABLE", "BOOKS_UNAVAILABLE", "SIZING_UNAVAILABLE");
        assertThat(world.orders.orders.all()).isEmpty();
        assertThat(world.neighbours.reserved).isEmpty();
    }

    @Test
    void nothingIsOpenedBeforeOrdersAreReconciled() {
        TradeWorld starting = opened(TradeWorld.living());
        DecisionService service = starting.serviceBeforeItsReconciliation();

        service.execute(TradeWorld.idea().build(), starting.ticket(), Claim.NONE);

        assertThat(codes(only(starting))).containsExactly("ORDERS_RECONCILING");
        assertThat(starting.orders.orders.all()).isEmpty();
    }

    @Test
    void orderThatTheBrokerCannotTakeIsNotOpened() {
        TradeIdea trailing = TradeWorld.idea()
                .exit(new TradeExit(new StopChoice.Trailing(Pips.of(50)), null, Pips.of(50)))
                .build();

        world.service.analyze(trailing, world.ticket());
        execute(world, trailing);

        assertThat(world.decisions.all())
                .extracting(row -> codes(row.written()).getFirst())
                .containsExactly("BROKER_LACKS", "BROKER_LACKS");
        assertThat(world.orders.orders.all()).isEmpty();
    }

    @Test
    void analyzeChecksThePlanAndChangesNothing() {
        world.service.analyze(TradeWorld.idea().build(), world.ticket());

        assertThat(world.neighbours.checked).hasSize(1);
        assertThat(world.neighbours.reserved).isEmpty();
        assertThat(only(world).outcome().decision()).isEqualTo(Decision.PROCEED);
        assertThat(world.orders.orders.all()).isEmpty();
    }

    @Test
    void decisionOnHistoryIsForStudyOnly() {
        TradeIdea idea = TradeWorld.idea()
                .view(new MarketView(null, null, null, null, null, Instant.parse("2025-06-02T10:00:00Z")))
                .build();

        world.service.analyze(idea, world.ticket());
        execute(world, idea);

        assertThat(world.decisions.all().getFirst().written()).isNotNull().satisfies(analyzed -> {
            assertThat(analyzed.label()).isEqualTo(RunLabel.BACKTEST);
            assertThat(analyzed.canExecute()).isFalse();
            assertThat(analyzed.outcome().warnings()).extracting(Reason::code).contains("BACKTEST_CANNOT_EXECUTE");
        });
        assertThat(codes(last(world))).containsExactly("BACKTEST_CANNOT_EXECUTE");
    }

    @Test
    void directOrderAsksSizingAndRiskButNotTheBrain() {
        world.neighbours.signal = TradeWorld.silent(TradeReason.BRAIN_UNAVAILABLE);
        TradeIdea direct = direct(Side.SELL, SizeChoice.ofLots(Lots.of("0.4"))).build();

        execute(world, direct);

        assertThat(world.lines.passed())
                .doesNotContain("the brain is asked")
                .contains("sizing is asked", "risk is asked");
        TradeDecision decision = only(world);
        assertThat(decision.outcome().decision()).isEqualTo(Decision.PROCEED);
        assertThat(decision.idea().source()).isEqualTo(DecisionSource.DIRECT);
        assertThat(decision.findings().side()).isEqualTo(Side.SELL);
        // 50 pips above 1.0835
        assertThat(decision.findings().stopLossPrice()).isEqualByComparingTo("1.0885");
    }

    @Test
    void directOrderKeepsTheKeyItsSenderGaveIt() {
        execute(
                world,
                direct(Side.BUY, SizeChoice.ofLots(Lots.of("0.4")))
                        .clientOrderId("my-1")
                        .build());

        assertThat(world.orders.orders.all().getFirst().clientOrderId()).isEqualTo("my-1");
    }

    @Test
    void notionalBecomesLotsInTheCurrencyOfTheAccount() {
        execute(
                world,
                direct(Side.BUY, SizeChoice.ofNotional(new BigDecimal("50000"))).build());

        // 50,000 / (100,000 x 1.0835) = 0.4614..., in steps of 0.01
        assertThat(world.neighbours.sized.getFirst().wanted()).isEqualTo(SizeChoice.ofLots(Lots.of("0.46")));
    }

    @Test
    void notionalOfLessThanALotStepIsRefusedBeforeSizingIsAsked() {
        // a step of 0.01 is worth 1,083.50
        execute(
                world,
                direct(Side.BUY, SizeChoice.ofNotional(new BigDecimal("500"))).build());

        assertThat(codes(only(world))).containsExactly("SIZE_REFUSED");
        assertThat(world.neighbours.sized).isEmpty();
    }

    @Test
    void notionalWithoutAPriceThatLeadsThereIsRefused() {
        world.neighbours.account = new Given<>(new AccountFunds("GBP", new BigDecimal("10000"), List.of()));

        execute(
                world,
                direct(Side.BUY, SizeChoice.ofNotional(new BigDecimal("50000"))).build());

        assertThat(codes(only(world))).containsExactly("SIZE_REFUSED");
        assertThat(world.neighbours.sized).isEmpty();
    }

    @Test
    void exitNeedsNoSignalNoSizeAndNoStop() {
        world.neighbours.account = holding(Side.BUY, "0.4");
        world.neighbours.size = TradeWorld.silent(TradeReason.SIZING_UNAVAILABLE);

        execute(world, exit(Side.SELL, "0.3"));

        TradeDecision decision = only(world);
        assertThat(decision.outcome().decision()).isEqualTo(Decision.PROCEED);
        assertThat(decision.findings().lots()).isEqualTo(Lots.of("0.3"));
        assertThat(world.neighbours.reserved.getFirst().stopLossPrice()).isNull();
        assertThat(world.orders.orders.all().getFirst().terms().reduceOnly()).isTrue();
    }

    @Test
    void exitOfMoreThanIsHeldOrOfTheOtherSideIsRefused() {
        world.neighbours.account = holding(Side.BUY, "0.4");

        execute(world, exit(Side.SELL, "0.5"));
        execute(world, exit(Side.BUY, "0.1"));

        assertThat(world.decisions.all())
                .extracting(row -> codes(row.written()).getFirst())
                .containsExactly("NOTHING_TO_REDUCE", "NOTHING_TO_REDUCE");
        assertThat(world.orders.orders.all()).isEmpty();
    }

    @Test
    void exitOfAStrategyIsOutOfWhatItHoldsWhereTheBrokerKeepsThatApart() {
        world.orders.broker.holders = HeldLots.NONE;
        world.neighbours.account = new Given<>(new AccountFunds(
                "USD",
                new BigDecimal("10000"),
                List.of(new Held("EURUSD", Side.SELL, Lots.of("0.1"))),
                BigDecimal.ZERO,
                List.of(
                        new HeldByStrategy("trend", "EURUSD", new BigDecimal("0.3")),
                        new HeldByStrategy("carry", "EURUSD", new BigDecimal("-0.4")))));

        execute(world, exitOf("trend", Side.SELL, "0.4"));
        assertThat(codes(last(world))).as("it has 0.3").containsExactly("NOTHING_TO_REDUCE");
        execute(world, exitOf("trend", Side.BUY, "0.1"));
        assertThat(codes(last(world))).as("the account is short, trend is not").containsExactly("NOTHING_TO_REDUCE");
        execute(world, exitOf("trend", Side.SELL, "0.3"));
        execute(world, exitOf("swing", Side.BUY, "0.1"));

        assertThat(world.orders.orders.all())
                .extracting(order -> order.origin().strategy(), order -> order.filledLots())
                .as("what swing has no part in is closed for nobody in particular")
                .containsExactly(tuple("trend", Lots.of("0.3")), tuple(null, Lots.of("0.1")));
        assertThat(world.neighbours.reserved)
                .extracting(Risk.Exposure::reduces, Risk.Exposure::strategy)
                .containsExactly(tuple(Reduction.HOLDING, "trend"), tuple(Reduction.POSITION, "swing"));

        world.neighbours.verdict = TradeWorld.silent(TradeReason.RISK_UNAVAILABLE);
        execute(world, exitOf("trend", Side.SELL, "0.3"));
        assertThat(codes(last(world))).as("it goes beyond zero").containsExactly("RISK_UNAVAILABLE");
    }

    @Test
    void silenceOfBooksAndRiskKeepsNoExitFromTheMarket() {
        execute(world, TradeWorld.idea().build());
        world.orders.broker.held = new BigDecimal("0.4");
        world.neighbours.account = TradeWorld.silent(TradeReason.BOOKS_UNAVAILABLE);
        world.neighbours.verdict = TradeWorld.silent(TradeReason.RISK_UNAVAILABLE);

        execute(world, exit(Side.SELL, "0.3"));
        execute(world, direct(Side.SELL, SizeChoice.ofLots(Lots.of("0.3"))).build());

        TradeDecision exit = world.decisions.all().get(1).written();
        assertThat(exit.outcome().decision()).isEqualTo(Decision.PROCEED);
        assertThat(exit.outcome().warnings())
                .extracting(Reason::code)
                .containsExactly("POSITION_FROM_ORDERS", "RISK_UNCHECKED");
        assertThat(codes(last(world))).as("an entry is").containsExactly("BOOKS_UNAVAILABLE");
    }

    @Test
    void halfAnAnswerOfRiskIsStillADenial() {
        world.neighbours.account = holding(Side.BUY, "0.4");
        world.neighbours.verdict = new Given<>(TradeWorld.allows(false));

        execute(world, exit(Side.SELL, "0.3"));

        assertThat(codes(only(world))).contains("RISK_DENIED");
        assertThat(world.orders.broker.filled()).isEmpty();
    }

    @Test
    void priceOffByADigitIsRejectedBeforeAnythingRestsOnIt() {
        world.market.put("EURUSD", new ClosingPrice(new BigDecimal("10.835"), world.clock.instant()));

        world.service.analyze(TradeWorld.idea().build(), world.ticket());
        execute(world, TradeWorld.idea().build());
        execute(world, direct(Side.BUY, SizeChoice.ofLots(Lots.of("0.4"))).build());

        assertThat(world.decisions.all())
                .allSatisfy(row -> assertThat(codes(row.written())).containsExactly("PRICE_FAR_FROM_MARKET"));
        assertThat(last(world).outcome().reasons().getFirst().message()).contains("1.0835", "10.835");
        assertThat(world.neighbours.sized).isEmpty();
        assertThat(world.orders.orders.all()).isEmpty();
    }

    @Test
    void farPriceIsRejectedEvenWhereTheBrainWouldHold() {
        world.market.put("EURUSD", new ClosingPrice(new BigDecimal("1.2"), world.clock.instant()));
        world.neighbours.signal = new Given<>(TradeWorld.says(SignalAction.HOLD));

        execute(world, TradeWorld.idea().build());

        assertThat(codes(only(world))).containsExactly("PRICE_FAR_FROM_MARKET");
    }

    @Test
    void rangeOfTheTimeframeWidensTheCollar() {
        // 2 % of 1.05 are 0.021; 5 x an ATR of 0.0012 are 0.006. With an ATR of 0.008 they are 0.04.
        world.market.put("EURUSD", new ClosingPrice(new BigDecimal("1.05"), world.clock.instant()));
        execute(world, TradeWorld.idea().build());
        world.neighbours.signal = new Given<>(TradeWorld.says(SignalAction.BUY, "0.008"));
        execute(world, TradeWorld.idea().build());

        assertThat(world.decisions.all())
                .extracting(row -> codes(row.written()).getFirst())
                .containsExactly("PRICE_FAR_FROM_MARKET", "ALL_CHECKS_PASSED");
    }

    @Test
    void oldMarketIsSaidOnPaper() {
        world.market.put(
                "EURUSD",
                new ClosingPrice(TradeWorld.PRICE, world.clock.instant().minusSeconds(901)));

        execute(world, TradeWorld.idea().build());

        assertThat(only(world).outcome().decision()).isEqualTo(Decision.PROCEED);
        assertThat(last(world).outcome().warnings()).extracting(Reason::code).containsExactly("PRICE_UNVERIFIED");
    }

    @Test
    void marketThatIsNotKnownStopsEntriesAtALiveBrokerAndNoExits() {
        world.orders.broker.label = RunLabel.LIVE;
        world.market.clear();
        world.neighbours.account = holding(Side.BUY, "0.4");

        execute(world, TradeWorld.idea().build());
        execute(world, exit(Side.SELL, "0.4"));

        assertThat(codes(world.decisions.all().getFirst().written())).containsExactly("PRICE_UNVERIFIED");
        assertThat(last(world).outcome().decision()).isEqualTo(Decision.PROCEED);
        assertThat(last(world).outcome().warnings()).extracting(Reason::code).containsExactly("PRICE_UNVERIFIED");
    }

    @Test
    void limitTheMarketIsBetterThanIsSizedAndStoppedFromTheMarket() {
        execute(world, limit("1.09").build());

        // Filled at 1.0835 at once: 50 pips below that, not below the limit.
        assertThat(only(world).findings().stopLossPrice()).isEqualByComparingTo("1.0785");
        assertThat(world.neighbours.reserved.getFirst().entryPrice()).isEqualByComparingTo("1.0835");
    }

    @Test
    void limitThatRestsIsSizedAndStoppedFromItsPrice() {
        execute(world, limit("1.07").build());

        assertThat(only(world).findings().stopLossPrice()).isEqualByComparingTo("1.065");
        assertThat(world.neighbours.reserved.getFirst().entryPrice()).isEqualByComparingTo("1.07");
    }

    @Test
    void limitFarBeyondTheMarketIsASlipOfThePen() {
        execute(world, limit("10.9").build());
        execute(world, limit("0.5").build());

        assertThat(codes(world.decisions.all().getFirst().written())).containsExactly("PRICE_FAR_FROM_MARKET");
        assertThat(codes(last(world))).as("one that rests may wait").containsExactly("ALL_CHECKS_PASSED");
    }

    @Test
    void stopBetweenTheLimitAndTheMarketProtectsNothing() {
        execute(
                world,
                limit("1.09")
                        .exit(TradeExit.at(new StopChoice.AtPrice(new BigDecimal("1.086"))))
                        .build());

        assertThat(codes(only(world))).containsExactly("EXIT_MISPLACED");
        assertThat(world.neighbours.sized).isEmpty();
    }

    @Test
    void statedRateOverrulesNoStoredOne() {
        world.market.put("USDJPY", new ClosingPrice(new BigDecimal("150"), world.clock.instant()));
        execute(
                world,
                TradeWorld.idea()
                        .conversionPrices(Map.of("USDJPY", new BigDecimal("1500")))
                        .build());
        execute(
                world,
                TradeWorld.idea()
                        .conversionPrices(Map.of("USDJPY", new BigDecimal("151")))
                        .build());
        world.service.analyze(
                TradeWorld.idea()
                        .account(new AccountChoice.Supposed(new BigDecimal("10000"), "USD"))
                        .conversionPrices(Map.of("USDJPY", new BigDecimal("1500")))
                        .build(),
                world.ticket());

        assertThat(world.decisions.all())
                .extracting(row -> codes(row.written()).getFirst())
                .containsExactly("PRICE_FAR_FROM_MARKET", "ALL_CHECKS_PASSED", "ALL_CHECKS_PASSED");
    }

    private static TradeIdeaBuilder limit(String price) {
        return TradeWorld.idea()
                .entry(new TradeEntry(OrderType.LIMIT, new BigDecimal(price), null, TimeInForce.GTC, null, false));
    }

    @Test
    void sameQuestionOnTheSameDataHasTheSameHash() {
        world.service.analyze(TradeWorld.idea().requestHash("a").build(), world.ticket());
        world.service.analyze(TradeWorld.idea().requestHash("a").build(), world.ticket());
        world.service.analyze(TradeWorld.idea().requestHash("b").build(), world.ticket());
        world.neighbours.account = new Given<>(new AccountFunds("USD", new BigDecimal("10001"), List.of()));
        world.service.analyze(TradeWorld.idea().requestHash("a").build(), world.ticket());

        List<String> hashes = world.decisions.all().stream()
                .map(row -> row.written().inputHash())
                .toList();
        assertThat(hashes.get(1)).isEqualTo(hashes.get(0)).hasSize(64);
        assertThat(hashes.get(2)).isNotEqualTo(hashes.get(0));
        assertThat(hashes.get(3)).isNotEqualTo(hashes.get(0));
    }

    private TradeWorld opened(TradeWorld made) {
        worlds.add(made);
        return made;
    }

    private static void execute(TradeWorld world, TradeIdea idea) {
        world.service.execute(idea, world.ticket(), Claim.NONE);
    }

    private static Idempotency.Answer executeOnce(TradeWorld world) {
        return world.idempotency.once(KEY, claim -> world.service
                .execute(TradeWorld.idea().build(), world.ticket(), claim)
                .text());
    }

    private static TradeIdeaBuilder direct(Side side, SizeChoice size) {
        return TradeWorld.idea().view(null).wantedSide(side).size(size);
    }

    private static TradeIdea exitOf(String strategy, Side side, String lots) {
        return direct(side, SizeChoice.ofLots(Lots.of(lots)))
                .strategy(strategy)
                .entry(TradeEntry.EXIT_AT_MARKET)
                .exit(TradeExit.at(new StopChoice.None()))
                .build();
    }

    private static TradeIdea exit(Side side, String lots) {
        return direct(side, SizeChoice.ofLots(Lots.of(lots)))
                .entry(new TradeEntry(
                        TradeEntry.AT_MARKET.type(), null, null, TradeEntry.AT_MARKET.timeInForce(), null, true))
                .exit(TradeExit.at(new StopChoice.None()))
                .build();
    }

    private static StepAnswer<AccountFunds> holding(Side side, String lots) {
        return new Given<>(
                new AccountFunds("USD", new BigDecimal("10000"), List.of(new Held("EURUSD", side, Lots.of(lots)))));
    }

    private static TradeDecision only(TradeWorld world) {
        assertThat(world.decisions.all()).hasSize(1);
        return last(world);
    }

    private static TradeDecision last(TradeWorld world) {
        return world.decisions.all().getLast().written();
    }

    private static List<String> codes(TradeDecision decision) {
        return decision.outcome().reasons().stream().map(Reason::code).toList();
    }
}
