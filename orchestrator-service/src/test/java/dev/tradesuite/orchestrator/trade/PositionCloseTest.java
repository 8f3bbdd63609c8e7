package dev.tradesuite.orchestrator.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.risk.Reduction;
import dev.tradesuite.contracts.risk.RiskLevel;
import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.instruments.HeldLots;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.order.ClosingPrice;
import dev.tradesuite.orchestrator.order.Lines;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.orchestrator.trade.AccountFunds.Held;
import dev.tradesuite.orchestrator.trade.AccountFunds.HeldByStrategy;
import dev.tradesuite.orchestrator.trade.PositionClose.Result;
import dev.tradesuite.orchestrator.trade.StepAnswer.Given;
import dev.tradesuite.support.idempotency.Claim;
import dev.tradesuite.support.idempotency.Idempotency;
import dev.tradesuite.support.idempotency.RequestKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PositionCloseTest {

    private static final RequestKey KEY = new RequestKey("trader", "key-1", "print");

    private final List<TradeWorld> worlds = new ArrayList<>();
    private final TradeWorld world = opened(TradeWorld.living());

    @AfterEach
    void stop() {
        worlds.forEach(TradeWorld::close);
    }

    @Test
    void longPositionIsSoldWhole() {
        holds(world, Side.BUY, "0.4");

        Result result = close(world, null);

        assertThat(result).isInstanceOfSatisfying(Result.Ordered.class, ordered -> {
            assertThat(ordered.order().status()).isEqualTo(OrderStatus.FILLED);
            assertThat(ordered.order().terms().side()).isEqualTo(Side.SELL);
            assertThat(ordered.order().filledLots()).isEqualTo(Lots.of("0.4"));
            assertThat(ordered.order().terms().reduceOnly()).isTrue();
        });
        assertThat(world.neighbours.reserved).singleElement().satisfies(exposure -> {
            assertThat(exposure.stopLossPrice()).isNull();
            assertThat(exposure.lots()).isEqualTo(Lots.of("0.4"));
        });
    }

    @Test
    void shortPositionIsBoughtBackInPart() {
        holds(world, Side.SELL, "0.4");

        assertThat(close(world, "0.1")).isInstanceOfSatisfying(Result.Ordered.class, ordered -> {
            assertThat(ordered.order().terms().side()).isEqualTo(Side.BUY);
            assertThat(ordered.order().filledLots()).isEqualTo(Lots.of("0.1"));
        });
    }

    @Test
    void nothingIsOrderedWhereThereIsNotEnoughToClose() {
        assertThat(close(world, null)).isEqualTo(new Result.NoPosition());
        holds(world, Side.BUY, "0.4");
        assertThat(close(world, "0.5")).isEqualTo(new Result.NotEnough(Lots.of("0.4")));
        world.neighbours.account = TradeWorld.silent(TradeReason.BOOKS_UNAVAILABLE);
        assertThat(close(world, null))
                .as("no order has made one")
                .isEqualTo(new Result.NotNow(TradeReason.BOOKS_UNAVAILABLE.reason()));

        assertThat(world.orders.orders.all()).isEmpty();
    }

    @Test
    void holdingOfAStrategyIsClosedWithAnOrderThatNamesIt() {
        holders(world, "trend 0.4", "carry 0.3", "unassigned 0.1");

        assertThat(closeOf(world, "trend", null)).isInstanceOfSatisfying(Result.Ordered.class, ordered -> {
            assertThat(ordered.order().terms().side()).isEqualTo(Side.SELL);
            assertThat(ordered.order().terms().reduceOnly()).isTrue();
            assertThat(ordered.order().filledLots()).isEqualTo(Lots.of("0.4"));
            assertThat(ordered.order().origin().strategy()).isEqualTo("trend");
        });
        assertThat(world.neighbours.reserved).singleElement().satisfies(exposure -> assertThat(exposure.strategy())
                .isEqualTo("trend"));
        assertThat(closeOf(world, "carry", "0.1")).isInstanceOfSatisfying(Result.Ordered.class, ordered -> assertThat(
                        ordered.order().filledLots())
                .isEqualTo(Lots.of("0.1")));
    }

    @Test
    void noMoreIsClosedThanTheStrategyHolds() {
        holders(world, "trend 0.4", "carry 0.3");

        assertThat(closeOf(world, "trend", "0.41")).isEqualTo(new Result.NotEnough(Lots.of("0.4")));
        assertThat(closeOf(world, "swing", null)).isEqualTo(new Result.NothingHeld("swing"));
        assertThat(world.orders.orders.all()).isEmpty();
    }

    @Test
    void holdingAgainstTheOthersIsNotClosedByOpeningAPosition() {
        holders(world, "trend 0.4", "carry -0.3");

        assertThat(closeOf(world, "carry", null)).isInstanceOfSatisfying(Result.Refused.class, refused -> {
            assertThat(refused.why().code()).isEqualTo("HOLDING_OFFSET");
            assertThat(refused.why().message()).contains("carry", "0 lots");
        });
        assertThat(closeOf(world, "trend", null))
                .as("the account has 0.1")
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        refused -> assertThat(refused.why().code()).isEqualTo("HOLDING_OFFSET"));
        assertThat(world.orders.orders.all()).isEmpty();
        assertThat(closeOf(world, "trend", "0.1")).isInstanceOf(Result.Ordered.class);
    }

    @Test
    void holdingIsClosedThroughZeroWhereTheBrokerKeepsItApart() {
        holders(world, "trend 0.4", "carry -0.3");
        world.orders.broker.holders = HeldLots.NONE;

        assertThat(closeOf(world, "trend", null)).isInstanceOfSatisfying(Result.Ordered.class, ordered -> {
            assertThat(ordered.order().terms().side()).isEqualTo(Side.SELL);
            assertThat(ordered.order().terms().reduceOnly()).isTrue();
            assertThat(ordered.order().filledLots()).isEqualTo(Lots.of("0.4"));
            assertThat(ordered.order().origin().strategy()).isEqualTo("trend");
        });
        assertThat(closeOf(world, "carry", null)).isInstanceOfSatisfying(Result.Ordered.class, ordered -> {
            assertThat(ordered.order().terms().side()).isEqualTo(Side.BUY);
            assertThat(ordered.order().filledLots()).isEqualTo(Lots.of("0.3"));
        });
        assertThat(closeOf(world, "trend", "0.41")).isEqualTo(new Result.NotEnough(Lots.of("0.4")));
        assertThat(world.neighbours.reserved)
                .extracting(Risk.Exposure::reduces)
                .containsExactly(Reduction.HOLDING, Reduction.HOLDING);
    }

    @Test
    void nothingGoesBeyondZeroWithoutTheWordOfRisk() {
        holders(world, "trend 0.4", "carry -0.3");
        world.orders.broker.holders = HeldLots.NONE;
        world.neighbours.verdict = TradeWorld.silent(TradeReason.RISK_UNAVAILABLE);

        assertThat(closeOf(world, "trend", null)).isInstanceOfSatisfying(Result.Ordered.class, ordered -> {
            assertThat(ordered.order().status()).isEqualTo(OrderStatus.CANCELLED);
            assertThat(ordered.order().cause()).extracting(Reason::code).isEqualTo("RISK_UNAVAILABLE");
        });
        assertThat(world.orders.broker.filled()).isEmpty();
        assertThat(closeOf(world, "trend", "0.1"))
                .as("the account has 0.1 on its side")
                .isInstanceOfSatisfying(
                        Result.Ordered.class,
                        ordered -> assertThat(ordered.order().status()).isEqualTo(OrderStatus.FILLED));
    }

    @Test
    void allOfAHoldingIsClosedToItsLastPartOfAStepWhereTheBrokerKeepsItApart() {
        holders(world, "trend 0.2666666666666667", "carry 0.1333333333333333");
        world.orders.broker.holders = HeldLots.NONE;

        assertThat(closeOf(world, "trend", null)).isInstanceOfSatisfying(Result.Ordered.class, ordered -> assertThat(
                        ordered.order().filledLots())
                .isEqualTo(Lots.of("0.2666666666666667")));
    }

    @Test
    void holdersAreThoseOfTheBrokerWhileTheBooksHaveNotHeardOfTheNewestFills() {
        entered(world);
        holders(world, "trend 0.4", "carry -0.3");
        world.orders.broker.held = new BigDecimal("-0.3");
        world.orders.broker.holders = new HeldLots(Map.of("carry", new BigDecimal("-0.3")));

        assertThat(closeOf(world, "trend", null)).isEqualTo(new Result.NothingHeld("trend"));
        assertThat(closeOf(world, "carry", null)).isInstanceOfSatisfying(Result.Ordered.class, ordered -> assertThat(
                        ordered.order().filledLots())
                .isEqualTo(Lots.of("0.3")));
    }

    @Test
    void holdingThatIsNotKnownIsNotClosed() {
        holds(world, Side.BUY, "0.4");
        assertThat(closeOf(world, "trend", null))
                .as("the books do not say")
                .isEqualTo(new Result.NotNow(TradeReason.HOLDING_UNKNOWN.reason()));

        entered(world);
        holders(world, "trend 0.4");
        world.orders.broker.held = new BigDecimal("0.5");
        assertThat(closeOf(world, "trend", null))
                .as("the books have not heard of the newest fills")
                .isEqualTo(new Result.NotNow(TradeReason.HOLDING_UNKNOWN.reason()));
    }

    @Test
    void partOfAStepStaysUnlessItIsAllThereIs() {
        holders(world, "trend 0.2666666666666667", "carry 0.1333333333333333");
        assertThat(closeOf(world, "trend", null)).isInstanceOfSatisfying(Result.Ordered.class, ordered -> assertThat(
                        ordered.order().filledLots())
                .isEqualTo(Lots.of("0.26")));

        holders(world, "trend 0.0066666666666667", "carry 0.1333333333333333");
        assertThat(closeOf(world, "trend", null)).isInstanceOfSatisfying(Result.Refused.class, refused -> assertThat(
                        refused.why().code())
                .isEqualTo("HOLDING_BELOW_STEP"));
    }

    @Test
    void closeWhoseFillCouldNotBeBookedIsNotMade() {
        world.neighbours.account = new Given<>(new AccountFunds(
                "GBP", new BigDecimal("10000"), List.of(new Held("EURUSD", Side.BUY, Lots.of("0.4")))));

        assertThat(close(world, null)).isEqualTo(new Result.NoConversion("USD", "GBP"));
        assertThat(world.orders.orders.all()).isEmpty();
    }

    @Test
    void deniedCloseEndsItsOrder() {
        holds(world, Side.BUY, "0.4");
        world.neighbours.verdict = new Given<>(TradeWorld.allows(false));
        close(world, null);

        assertThat(world.orders.orders.all()).extracting(TradeOrder::status).containsExactly(OrderStatus.DENIED);
        assertThat(world.orders.broker.filled()).isEmpty();
    }

    @Test
    void silenceOfRiskKeepsNobodyFromClosing() {
        holds(world, Side.BUY, "0.4");
        world.neighbours.verdict = TradeWorld.silent(TradeReason.RISK_UNAVAILABLE);

        assertThat(close(world, null)).isInstanceOfSatisfying(Result.Ordered.class, closed -> {
            assertThat(closed.order().status()).isEqualTo(OrderStatus.FILLED);
            assertThat(closed.warnings()).extracting(Reason::code).containsExactly("RISK_UNCHECKED");
        });
        assertThat(world.orders.events)
                .as("what risk hears of it")
                .containsExactly(
                        "filled " + world.orders.orders.all().getFirst().clientOrderId());
    }

    @Test
    void positionIsThatOfTheBrokerWhileTheBooksAreSilent() {
        entered(world);
        world.neighbours.account = TradeWorld.silent(TradeReason.BOOKS_UNAVAILABLE);
        world.orders.broker.held = new BigDecimal("0.4");

        assertThat(close(world, "0.5")).as("never more").isEqualTo(new Result.NotEnough(Lots.of("0.4")));
        assertThat(close(world, null)).isInstanceOfSatisfying(Result.Ordered.class, closed -> {
            assertThat(closed.order().status()).isEqualTo(OrderStatus.FILLED);
            assertThat(closed.order().terms().side()).isEqualTo(Side.SELL);
            assertThat(closed.order().filledLots()).isEqualTo(Lots.of("0.4"));
            assertThat(closed.order().origin().accountCurrency()).isEqualTo("USD");
            assertThat(closed.warnings()).extracting(Reason::code).containsExactly("POSITION_FROM_ORDERS");
        });
    }

    @Test
    void positionIsThatOfTheBrokerWhileTheBooksHaveNotHeardOfIt() {
        entered(world);
        world.orders.broker.held = new BigDecimal("0.4");

        assertThat(close(world, "0.5")).as("never more").isEqualTo(new Result.NotEnough(Lots.of("0.4")));
        assertThat(close(world, "0.1")).isInstanceOfSatisfying(Result.Ordered.class, closed -> {
            assertThat(closed.order().filledLots()).isEqualTo(Lots.of("0.1"));
            assertThat(closed.warnings()).extracting(Reason::code).containsExactly("POSITION_FROM_ORDERS");
        });
        holds(world, Side.BUY, "0.2");
        assertThat(close(world, null))
                .as("more than the books know")
                .isInstanceOfSatisfying(
                        Result.Ordered.class,
                        closed -> assertThat(closed.order().filledLots()).isEqualTo(Lots.of("0.4")));
        holds(world, Side.BUY, "0.4");
        world.orders.broker.held = new BigDecimal("-0.1");
        assertThat(close(world, null))
                .as("it was turned round")
                .isInstanceOfSatisfying(Result.Ordered.class, closed -> {
                    assertThat(closed.order().terms().side()).isEqualTo(Side.BUY);
                    assertThat(closed.order().filledLots()).isEqualTo(Lots.of("0.1"));
                });
    }

    @Test
    void riskThatHasNotHeardOfThePositionKeepsNobodyFromClosing() {
        entered(world);
        world.orders.broker.held = new BigDecimal("0.4");
        world.neighbours.verdict = denies(RiskReason.REDUCE_ONLY, RiskReason.STOP_MISSING);

        assertThat(close(world, null)).isInstanceOfSatisfying(Result.Ordered.class, closed -> {
            assertThat(closed.order().status()).isEqualTo(OrderStatus.FILLED);
            assertThat(closed.warnings())
                    .extracting(Reason::code)
                    .containsExactly("POSITION_FROM_ORDERS", "RISK_UNCHECKED");
        });
    }

    @Test
    void whatTheBrokerDoesNotHoldOrAHaltForbidsIsDeniedAllTheSame() {
        holds(world, Side.BUY, "0.4");
        world.neighbours.verdict = denies(RiskReason.STOP_MISSING);
        assertThat(close(world, null)).as("nothing is held").isInstanceOfSatisfying(Result.Ordered.class, closed -> {
            assertThat(closed.order().status()).isEqualTo(OrderStatus.DENIED);
        });

        world.orders.broker.held = new BigDecimal("0.4");
        world.neighbours.verdict = denies(RiskReason.TRADING_HALTED, RiskReason.STOP_MISSING);
        assertThat(close(world, null)).as("halted").isInstanceOfSatisfying(Result.Ordered.class, closed -> {
            assertThat(closed.order().status()).isEqualTo(OrderStatus.DENIED);
            assertThat(closed.order().cause()).extracting(Reason::code).isEqualTo("TRADING_HALTED");
        });
        assertThat(world.orders.broker.filled()).isEmpty();
    }

    /** Of two closes at a broker that does not cut them, the second comes wherever the first has got to. */
    @Test
    void closeThatComesWhileAnotherIsOnItsWayDoesNotTurnThePositionRound() {
        for (StepAnswer<RiskVerdict> said : List.of(
                denies(RiskReason.STOP_MISSING), TradeWorld.<RiskVerdict>silent(TradeReason.RISK_UNAVAILABLE))) {
            TradeWorld remote = opened(new TradeWorld(false, Lines.ofTheLiving()));
            entered(remote);
            remote.orders.broker.held = new BigDecimal("0.4");
            List<Result> results = new ArrayList<>();
            remote.neighbours.gate = _ -> {
                // The first one is in the book, and asks; the second one comes, asks and is answered.
                remote.neighbours.gate = _ -> said;
                results.add(close(remote, null));
                return said;
            };
            results.add(close(remote, null));

            assertThat(results)
                    .extracting(result -> ((Result.Ordered) result).order().status())
                    .as("the second, then the first, which no longer has it before it")
                    .containsExactly(OrderStatus.DENIED, OrderStatus.FILLED);
        }
    }

    private static StepAnswer<RiskVerdict> denies(RiskReason... why) {
        return new Given<>(new RiskVerdict(
                false,
                RiskLevel.CRITICAL,
                null,
                Arrays.stream(why)
                        .map(reason -> new Reason(reason.name(), reason.sentence()))
                        .toList(),
                List.of(),
                new StepDocument("[]")));
    }

    @Test
    void bothMayBeSilent() {
        entered(world);
        world.neighbours.account = TradeWorld.silent(TradeReason.BOOKS_UNAVAILABLE);
        world.neighbours.verdict = TradeWorld.silent(TradeReason.RISK_UNAVAILABLE);
        world.orders.broker.held = new BigDecimal("-0.2");

        assertThat(close(world, null)).isInstanceOfSatisfying(Result.Ordered.class, closed -> {
            assertThat(closed.order().terms().side()).isEqualTo(Side.BUY);
            assertThat(closed.warnings())
                    .extracting(Reason::code)
                    .containsExactly("POSITION_FROM_ORDERS", "RISK_UNCHECKED");
        });
    }

    @Test
    void accountThatIsNotInTheBooksHasNothingToClose() {
        entered(world);
        world.orders.broker.held = new BigDecimal("0.4");
        world.neighbours.account = TradeWorld.silent(TradeReason.ACCOUNT_UNKNOWN);

        assertThat(close(world, null)).isEqualTo(new Result.NotNow(TradeReason.ACCOUNT_UNKNOWN.reason()));
    }

    @Test
    void priceThatIsFarFromTheMarketClosesNothing() {
        holds(world, Side.BUY, "0.4");
        world.market.put("EURUSD", new ClosingPrice(new BigDecimal("10.835"), world.clock.instant()));

        assertThat(close(world, null)).isInstanceOfSatisfying(Result.Refused.class, refused -> {
            assertThat(refused.why().code()).isEqualTo("PRICE_FAR_FROM_MARKET");
            assertThat(refused.why().message()).contains("1.0835", "10.835");
        });
        assertThat(world.orders.orders.all()).isEmpty();
    }

    @Test
    void marketThatIsNotKnownIsSaidAndClosesAllTheSame() {
        holds(world, Side.BUY, "0.4");
        world.market.clear();

        assertThat(close(world, null)).isInstanceOfSatisfying(Result.Ordered.class, closed -> {
            assertThat(closed.order().status()).isEqualTo(OrderStatus.FILLED);
            assertThat(closed.warnings()).extracting(Reason::code).containsExactly("PRICE_UNVERIFIED");
        });
    }

    /** Opens what is closed then; what its broker holds the test says. */
    private static void entered(TradeWorld world) {
        world.service.execute(TradeWorld.idea().build(), world.ticket(), Claim.NONE);
    }

    /** For every line a close comes by: the instance dies there, and the next one answers the repeat. */
    @Test
    void closeThatIsInterruptedAnywhereIsDoneOnceAndAnswered() {
        int line = 0;
        boolean died = true;
        while (died) {
            TradeWorld mortal = opened(new TradeWorld(false, new Lines(line)));
            holds(mortal, Side.BUY, "0.4");
            died = dies(mortal);
            boolean wasOpened = !mortal.orders.orders.all().isEmpty();
            mortal.restart();

            String where = "died after " + mortal.lines.passed();
            assertThat(mortal.orders.orders.all()).as(where).allMatch(TradeOrder::isFinal);
            assertThat(mortal.orders.broker.filled()).as(where).hasSizeLessThanOrEqualTo(1);
            if (wasOpened) {
                OrderStatus end = mortal.orders.orders.all().getFirst().status();
                // By now the books know what was filled; a repeat is no new close all the same.
                holds(mortal, Side.BUY, end == OrderStatus.FILLED ? "0" : "0.4");
                assertThat(closeOnce(mortal)).as(where).isEqualTo(new Idempotency.Answer("order " + end, true));
            }
            line++;
        }
        assertThat(line).isGreaterThan(10);
    }

    @Test
    void repeatThatFindsThePositionGoneIsAnsweredWithWhatTheFirstMadeOfIt() {
        holds(world, Side.BUY, "0.4");

        Idempotency.Answer second = world.idempotency.once(KEY, claim -> {
            // The first one comes between the look for the key and the look for the position.
            assertThat(closeOnce(world)).isEqualTo(new Idempotency.Answer("done", false));
            holds(world, Side.BUY, "0");
            return closed(world, claim);
        });

        assertThat(second).isEqualTo(new Idempotency.Answer("order FILLED", true));
        assertThat(world.orders.orders.all()).hasSize(1);
    }

    private static boolean dies(TradeWorld mortal) {
        try {
            closeOnce(mortal);
            return false;
        } catch (Lines.Death _) {
            return true;
        }
    }

    @Test
    void nothingIsClosedBeforeOrdersAreReconciled() {
        holds(world, Side.BUY, "0.4");

        assertThat(world.closeBeforeItsReconciliation().close(request(null), _ -> {}, _ -> {}))
                .isEqualTo(new Result.NotNow(TradeReason.ORDERS_RECONCILING.reason()));
    }

    @Test
    void keyThatIsTakenKeepsTheOrderFromBeingOpened() {
        holds(world, Side.BUY, "0.4");

        assertThatThrownBy(() -> world.close.close(
                        request(null),
                        _ -> {
                            throw new IllegalStateException("taken");
                        },
                        _ -> {}))
                .hasMessage("taken");

        assertThat(world.orders.orders.all()).isEmpty();
        assertThat(world.neighbours.reserved).isEmpty();
    }

    private TradeWorld opened(TradeWorld made) {
        worlds.add(made);
        return made;
    }

    private static void holds(TradeWorld world, Side side, String lots) {
        Lots held = Lots.of(lots);
        world.neighbours.account = new Given<>(new AccountFunds(
                "USD", new BigDecimal("10000"), held.isZero() ? List.of() : List.of(new Held("EURUSD", side, held))));
    }

    /** The position is what the strategies hold together, such as {@code trend 0.4, unassigned -0.1}. */
    private static void holders(TradeWorld world, String... holders) {
        List<HeldByStrategy> strategies = Arrays.stream(holders)
                .map(holder -> holder.split(" "))
                .map(parts -> new HeldByStrategy(parts[0], "EURUSD", new BigDecimal(parts[1])))
                .toList();
        BigDecimal position = strategies.stream().map(HeldByStrategy::lots).reduce(BigDecimal.ZERO, BigDecimal::add);
        Side side = position.signum() > 0 ? Side.BUY : Side.SELL;
        world.neighbours.account = new Given<>(new AccountFunds(
                "USD",
                new BigDecimal("10000"),
                position.signum() == 0 ? List.of() : List.of(new Held("EURUSD", side, new Lots(position.abs()))),
                BigDecimal.ZERO,
                strategies));
    }

    private static Result closeOf(TradeWorld world, String strategy, @Nullable String lots) {
        return world.close.close(request(lots, strategy), _ -> {}, _ -> {});
    }

    private static Result close(TradeWorld world, @Nullable String lots) {
        return world.close.close(request(lots), _ -> {}, _ -> {});
    }

    private static Idempotency.Answer closeOnce(TradeWorld world) {
        return world.idempotency.once(KEY, claim -> closed(world, claim));
    }

    private static String closed(TradeWorld world, Claim claim) {
        Result result = world.close.close(
                request(null),
                opened -> claim.take(opened.id()),
                ended -> claim.answer("order " + ended.order().status()));
        if (!(result instanceof Result.Ordered)) {
            throw new IllegalStateException("refused: " + result);
        }
        return "done";
    }

    private static PositionClose.Request request(@Nullable String lots) {
        return request(lots, null);
    }

    private static PositionClose.Request request(@Nullable String lots, @Nullable String strategy) {
        return new PositionClose.Request(
                "main",
                TradeWorld.EURUSD,
                TradeWorld.PRICE,
                lots == null ? null : Lots.of(lots),
                strategy,
                Map.of(),
                null);
    }
}
