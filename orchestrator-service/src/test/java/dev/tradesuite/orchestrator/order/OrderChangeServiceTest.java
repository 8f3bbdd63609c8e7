package dev.tradesuite.orchestrator.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.broker.Protection;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.orchestrator.order.OrderChangeService.Result;
import dev.tradesuite.orchestrator.order.OrderReservations.Outcome;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A working order gets other terms: the old one stands until the new one has taken its place. */
class OrderChangeServiceTest {

    private final OrderFixture world = new OrderFixture();
    private final AnsweringReservations risk = new AnsweringReservations(world.log);
    private final OrderChangeService changes = new OrderChangeService(
            world.orders,
            world.service,
            world.brokers,
            world.submission,
            risk,
            world.prices,
            world.guard,
            InstrumentCatalog.shipped(),
            (_, changed) -> changed.lots().isMoreThan(Lots.of("5"))
                    ? Optional.of(TradeReason.APPROVAL_NEEDED.reason())
                    : Optional.empty(),
            world.reconciliation);

    @BeforeEach
    void ordersMayBeTaken() {
        world.reconciliation.run();
    }

    @Test
    void newOrderIsReservedBeforeTheOldOneGoes() {
        TradeOrder old = world.working("1.08");
        world.log.clear();

        TradeOrder next = ordered(changes.replace(old.id(), limit("1.081"), _ -> {}, _ -> {}));

        assertThat(world.log.indexOf("reserve 0.4")).isBetween(0, world.log.indexOf("replace"));
        assertThat(risk.replaced).isNotNull().extracting(TradeOrder::id).isEqualTo(old.id());
        assertThat(next.status()).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(next.terms().limit()).isEqualByComparingTo("1.081");
        assertThat(next.origin().replacesOrderId()).isEqualTo(old.id());
        TradeOrder gone = world.orders.get(old);
        assertThat(gone.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(cause(gone)).isEqualTo("ORDER_REPLACED");
    }

    @Test
    void oldOrderStandsWhenRiskDeniesTheNewOne() {
        TradeOrder old = world.working("1.08");
        risk.answer = new Outcome.Denied(new Reason("MARGIN", "too much"));

        TradeOrder next = ordered(changes.replace(old.id(), lots("0.9"), _ -> {}, _ -> {}));

        assertThat(next.status()).isEqualTo(OrderStatus.DENIED);
        assertThat(world.orders.get(old).isWorking()).isTrue();
        assertThat(world.log).doesNotContain("replace");
    }

    @Test
    void orderIsNotEnlargedPastWhatNeedsApproval() {
        TradeOrder old = world.working("1.08");

        Result result = changes.replace(old.id(), lots("5.01"), _ -> {}, _ -> {});

        assertThat(result).isInstanceOfSatisfying(Result.Refused.class, refused -> assertThat(
                        refused.why().code())
                .isEqualTo("APPROVAL_NEEDED"));
        assertThat(world.orders.get(old).isWorking()).isTrue();
    }

    @Test
    void fillThatComesBeforeTheReplacementWins() {
        TradeOrder old = world.working("1.08");
        world.broker.between = () -> world.broker.fill(old.clientOrderId());

        TradeOrder next = ordered(changes.replace(old.id(), limit("1.081"), _ -> {}, _ -> {}));

        assertThat(next.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(world.orders.get(old).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(world.log).contains("filled", "closed REJECTED");
    }

    @Test
    void partialFillThatComesBetweenKeepsTheReplacementOut() {
        TradeOrder old = world.working("1.08");
        world.broker.between = () -> world.broker.fill(old.clientOrderId(), new BigDecimal("0.1"));

        TradeOrder next = ordered(changes.replace(old.id(), limit("1.081"), _ -> {}, _ -> {}));

        assertThat(next.status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(world.orders.get(old).filledLots()).isEqualTo(Lots.of("0.1"));
    }

    @Test
    void whatIsFilledAlreadyIsNotOrderedAgain() {
        TradeOrder old = world.working("1.08");
        world.broker.fill(old.clientOrderId(), new BigDecimal("0.1"));
        world.reconciliation.run();

        TradeOrder next = ordered(changes.replace(old.id(), lots("0.6"), _ -> {}, _ -> {}));

        assertThat(next.terms().lots()).isEqualTo(Lots.of("0.5"));
        assertThat(risk.replaced).isNotNull().extracting(TradeOrder::filledLots).isEqualTo(Lots.of("0.1"));
        assertThat(changes.replace(next.id(), lots("0.0001"), _ -> {}, _ -> {}))
                .as("more than nothing, and nothing of this one is filled")
                .isInstanceOf(Result.Ordered.class);
    }

    @Test
    void replacementThatNobodyAnsweredIsSettledLater() {
        TradeOrder old = world.working("1.08");
        world.broker.silent = true;

        TradeOrder next = ordered(changes.replace(old.id(), limit("1.081"), _ -> {}, _ -> {}));
        assertThat(next.status()).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(world.orders.get(old).isWorking()).isTrue();

        // It never reached the venue: the old one goes on, the new one is given up when it can arrive no more.
        world.broker.silent = false;
        world.reconciliation.run();
        assertThat(world.orders.get(next).status()).isEqualTo(OrderStatus.CANCEL_REQUESTED);
        assertThat(world.orders.get(old).isWorking()).isTrue();
    }

    @Test
    void changeThatMakesNoSenseIsRefused() {
        TradeOrder old = world.working("1.08");

        assertThat(changes.replace(old.id(), change(null, null, "1.09", null), _ -> {}, _ -> {}))
                .as("a limit order has no trigger")
                .isInstanceOf(Result.Refused.class);
        assertThat(changes.replace(old.id(), change(null, null, null, "1.085"), _ -> {}, _ -> {}))
                .as("a stop above the entry of a purchase")
                .isInstanceOf(Result.Refused.class);
    }

    @Test
    void orderThatHasEndedCannotBeChanged() {
        TradeOrder old = world.working("1.08");
        world.service.cancel(old.id(), _ -> {});

        assertThat(changes.replace(old.id(), limit("1.081"), _ -> {}, _ -> {})).isInstanceOf(Result.NotWorking.class);
        assertThat(changes.replace(UUID.randomUUID(), limit("1.081"), _ -> {}, _ -> {}))
                .isInstanceOf(Result.Unknown.class);
    }

    private static TradeOrder ordered(Result result) {
        assertThat(result).isInstanceOf(Result.Ordered.class);
        return ((Result.Ordered) result).order();
    }

    private static @Nullable String cause(TradeOrder order) {
        return order.cause() == null ? null : order.cause().code();
    }

    @Test
    void limitThatWouldBeFilledAtOnceIsStoppedFromTheMarket() {
        TradeOrder old = world.service
                .send(
                        world.service.open(
                                TestOrders.limit("0.4", "1.08")
                                        .protectedBy(Protection.of(new BigDecimal("1.075"), null)),
                                TestOrders.origin(),
                                _ -> {}),
                        _ -> {})
                .order();
        world.prices.known.put("EURUSD", new ClosingPrice(new BigDecimal("1.07"), TestOrders.TEN));

        // At 1.09 it is filled at 1.07 at once, and a stop at 1.075 would lie above that.
        assertThat(changes.replace(old.id(), limit("1.09"), _ -> {}, _ -> {}))
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        refused -> assertThat(refused.why().message()).contains("1.075", "1.07"));
    }

    @Test
    void limitFarBeyondTheMarketIsASlipOfThePen() {
        TradeOrder old = world.working("1.08");
        world.prices.known.put("EURUSD", new ClosingPrice(new BigDecimal("1.0835"), TestOrders.TEN));

        assertThat(changes.replace(old.id(), limit("10.8"), _ -> {}, _ -> {}))
                .isInstanceOfSatisfying(
                        Result.Refused.class,
                        refused -> assertThat(refused.why().code()).isEqualTo("PRICE_FAR_FROM_MARKET"));
        assertThat(world.orders.get(old).status()).isEqualTo(OrderStatus.SUBMITTED);
    }

    @Test
    void silenceOfRiskKeepsNoExitFromBeingChanged() {
        risk.answer = new Outcome.Unanswered(new Reason("RISK_UNAVAILABLE", "silent"));
        TradeOrder exit = world.service
                .send(
                        world.service.open(
                                TestOrders.limit("0.4", "1.08").reducingOnly(), TestOrders.origin(), _ -> {}),
                        _ -> {})
                .order();
        TradeOrder entry = world.working("1.08");

        assertThat(ordered(changes.replace(exit.id(), limit("1.081"), _ -> {}, _ -> {}))
                        .status())
                .isEqualTo(OrderStatus.SUBMITTED);
        assertThat(ordered(changes.replace(entry.id(), limit("1.081"), _ -> {}, _ -> {}))
                        .status())
                .isEqualTo(OrderStatus.CANCELLED);
    }

    private static OrderChange limit(String price) {
        return change(null, price, null, null);
    }

    private static OrderChange lots(String lots) {
        return change(lots, null, null, null);
    }

    private static OrderChange change(
            @Nullable String lots, @Nullable String limit, @Nullable String stop, @Nullable String stopLoss) {
        return new OrderChange(
                lots == null ? null : Lots.of(lots),
                limit == null ? null : new BigDecimal(limit),
                stop == null ? null : new BigDecimal(stop),
                stopLoss == null ? null : new BigDecimal(stopLoss),
                null,
                null,
                null,
                null);
    }
}
