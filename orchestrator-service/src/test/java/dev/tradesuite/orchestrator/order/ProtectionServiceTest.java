package dev.tradesuite.orchestrator.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.broker.Protection;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.instruments.HeldLots;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.order.ProtectionService.Result;
import dev.tradesuite.orchestrator.order.ProtectionService.Wanted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A long position of 0.4 lots in EURUSD; the market is at 1.0835. */
class ProtectionServiceTest {

    private static final Instrument EURUSD =
            InstrumentCatalog.shipped().find("EURUSD").orElseThrow();
    private static final BigDecimal MARKET = new BigDecimal("1.0835");

    private final OrderFixture world = new OrderFixture();
    private final AnsweringReservations risk = new AnsweringReservations(world.log);
    private final ProtectionService service = new ProtectionService(
            world.orders, world.service, world.brokers, world.prices, world.guard, risk, world.reconciliation);
    private final List<Result> told = new ArrayList<>();

    @BeforeEach
    void positionIsHeld() {
        world.reconciliation.run();
        world.service.send(world.open(), _ -> {});
        world.broker.position = new BigDecimal("0.4");
    }

    @Test
    void stopAndTargetAreForTheWholePositionAndTheOtherSide() {
        Result.Protected done = protectedBy(protect(Protection.of(price("1.08"), price("1.09")), MARKET));

        assertThat(done.side()).isEqualTo(Side.BUY);
        assertThat(done.lots()).isEqualTo(Lots.of("0.4"));
        assertThat(done.orders())
                .extracting(order -> order.terms().type())
                .containsExactly(OrderType.STOP, OrderType.LIMIT);
        assertThat(done.orders()).allSatisfy(order -> {
            assertThat(order.terms().side()).isEqualTo(Side.SELL);
            assertThat(order.terms().reduceOnly()).isTrue();
            assertThat(order.status()).isEqualTo(OrderStatus.SUBMITTED);
            assertThat(order.owner()).isNull();
        });
        assertThat(told).containsExactly(done);
    }

    @Test
    void protectionNamesTheStrategyOfTheEntry() {
        world.service.send(
                world.service.open(TestOrders.buy("0.1"), TestOrders.origin().wantedBy("breakout"), _ -> {}), _ -> {});
        world.broker.position = new BigDecimal("0.5");

        assertThat(protectedBy(protect(Protection.of(price("1.08"), price("1.09")), MARKET))
                        .orders())
                .extracting(order -> order.origin().strategy())
                .containsExactly("breakout", "breakout");
    }

    @Test
    void eachHolderInTheDirectionOfThePositionIsProtectedForItself() {
        world.broker.position = new BigDecimal("0.4");
        world.broker.holders = new HeldLots(Map.of(
                "trend",
                new BigDecimal("0.5"),
                "carry",
                new BigDecimal("-0.3"),
                HeldLots.UNASSIGNED,
                new BigDecimal("0.2")));

        Result.Protected done = protectedBy(protect(Protection.of(price("1.08"), price("1.09")), MARKET));

        assertThat(done.lots()).isEqualTo(Lots.of("0.7"));
        assertThat(done.orders())
                .extracting(
                        order -> order.origin().strategy(),
                        order -> order.terms().type(),
                        order -> order.terms().lots())
                .containsExactly(
                        tuple("trend", OrderType.STOP, Lots.of("0.5")),
                        tuple("trend", OrderType.LIMIT, Lots.of("0.5")),
                        tuple(null, OrderType.STOP, Lots.of("0.2")),
                        tuple(null, OrderType.LIMIT, Lots.of("0.2")));

        TradeOrder cancelled =
                world.service.cancel(done.orders().getFirst().id(), _ -> {}).orElseThrow();
        assertThat(service.unprotectedBy(cancelled))
                .as("another stop works, but not for it")
                .isPresent();
    }

    @Test
    void haltDeniesNewProtectionAndNothingReachesTheBroker() {
        risk.answer = new OrderReservations.Outcome.Denied(new Reason("TRADING_HALTED", "everything rests"));
        world.log.clear();

        assertThat(protect(Protection.of(price("1.08"), price("1.09")), MARKET))
                .isEqualTo(new Result.Refused(new Reason("TRADING_HALTED", "everything rests")));
        assertThat(world.log).containsExactly("protect main 0.4 at 1.0835");
    }

    @Test
    void silenceOfRiskKeepsNobodyFromProtecting() {
        risk.answer = new OrderReservations.Outcome.Unanswered(new Reason("RISK_UNAVAILABLE", "no answer"));

        assertThat(protectedBy(protect(Protection.of(price("1.08"), null), MARKET))
                        .orders())
                .hasSize(1);
    }

    @Test
    void trailingStopBeginsAtItsDistanceFromTheNewestPrice() {
        world.prices.known.put("EURUSD", new ClosingPrice(price("1.09"), TestOrders.TEN));

        Result.Protected done = protectedBy(protect(new Protection(null, null, Pips.of(40)), null));

        assertThat(done.orders().getFirst().terms().trigger()).isEqualByComparingTo("1.086");
        assertThat(done.orders().getFirst().terms().trailingStop()).isEqualTo(Pips.of(40));
    }

    @Test
    void stopOfAShortPositionLiesAboveTheMarket() {
        world.broker.position = new BigDecimal("-0.4");

        assertThat(protect(Protection.of(price("1.08"), null), MARKET)).isInstanceOf(Result.Refused.class);
        assertThat(protect(Protection.of(price("1.09"), null), MARKET)).isInstanceOf(Result.Protected.class);
    }

    @Test
    void protectionOfASilentBrokerIsOnItsWay() {
        world.broker.silent = true;

        Result.Protected done = protectedBy(protect(Protection.of(price("1.08"), null), MARKET));

        TradeOrder stop = done.orders().getFirst();
        assertThat(stop.status()).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(stop.owner()).as("nobody else settles it meanwhile").isEqualTo("me");
    }

    @Test
    void whereThereIsNoPositionOrNoPriceNothingIsDone() {
        assertThat(protect(Protection.of(price("1.08"), null), null)).isInstanceOf(Result.NoPrice.class);

        world.broker.position = BigDecimal.ZERO;
        assertThat(protect(Protection.of(price("1.08"), null), MARKET)).isInstanceOf(Result.NoPosition.class);
        assertThat(world.log).doesNotContain("protect");
    }

    @Test
    void priceThatIsFarFromTheMarketProtectsNothing() {
        world.prices.known.put("EURUSD", new ClosingPrice(price("1.0835"), TestOrders.TEN));

        assertThat(protect(Protection.of(price("0.1"), null), price("0.10835")))
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        refused -> assertThat(refused.why().code()).isEqualTo("PRICE_FAR_FROM_MARKET"));
        assertThat(world.log).doesNotContain("protect");
    }

    @Test
    void protectionThatTakesThePlaceOfNoneIsTold() {
        world.log.clear();

        protect(Protection.of(price("1.08"), price("1.09")), MARKET);

        assertThat(world.log).as("two orders work to close it").contains("protection 2");
    }

    @Test
    void endOfTheLastStopLeavesThePositionUnprotected() {
        TradeOrder stop = protectedBy(protect(Protection.of(price("1.08"), price("1.09")), MARKET))
                .orders()
                .getFirst();
        assertThat(service.unprotectedBy(stop)).as("it still works").isEmpty();

        TradeOrder cancelled = world.service.cancel(stop.id(), _ -> {}).orElseThrow();

        assertThat(service.unprotectedBy(cancelled))
                .hasValueSatisfying(warning -> assertThat(warning.code()).isEqualTo("POSITION_UNPROTECTED"));
        world.broker.position = BigDecimal.ZERO;
        assertThat(service.unprotectedBy(cancelled)).as("nothing is held").isEmpty();
    }

    @Test
    void endOfATargetLeavesThePositionProtected() {
        TradeOrder target = protectedBy(protect(Protection.of(price("1.08"), price("1.09")), MARKET))
                .orders()
                .getLast();

        assertThat(service.unprotectedBy(
                        world.service.cancel(target.id(), _ -> {}).orElseThrow()))
                .isEmpty();
    }

    private Result protect(Protection protection, @Nullable BigDecimal market) {
        return service.protect(new Wanted("main", EURUSD, protection, market), told::add);
    }

    private static Result.Protected protectedBy(Result result) {
        assertThat(result).isInstanceOf(Result.Protected.class);
        return (Result.Protected) result;
    }

    private static BigDecimal price(String price) {
        return new BigDecimal(price);
    }
}
