package dev.tradesuite.orchestrator.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.orchestrator.order.OrderFixture.MemoryInstances;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is done about orders that nobody cares for, and what is left to those that have them on their way. */
class OrderReconciliationTest {

    private final OrderFixture world = new OrderFixture();

    @Test
    void secondInstanceLeavesAloneWhatALivingOneHasOnItsWay() {
        TradeOrder opened = world.open();

        other().run();

        assertThat(world.orders.get(opened).status()).isEqualTo(OrderStatus.NEW);
        assertThat(world.log).noneMatch(line -> line.startsWith("lookup"));
    }

    @Test
    void orderWhoseOwnerDiedBeforeItWasSentIsCancelled() {
        TradeOrder opened = world.open();
        world.instances.living.remove("me");

        OrderReconciliation other = other();
        other.run();

        TradeOrder ended = world.orders.get(opened);
        assertThat(ended.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(ended.cause()).isEqualTo(TradeReason.INTERRUPTED.reason());
        assertThat(world.settled).containsExactly("CANCELLED");
        assertThat(other.isDone()).isTrue();
    }

    @Test
    void orderWhoseOwnerDiedBetweenSubmitAndReportIsBookedAsTheBrokerHasIt() {
        TradeOrder sent = submittedByADeadOwner();
        world.broker.arrive(sent.request());

        other().run();

        assertThat(world.orders.get(sent).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(world.orders.get(sent).owner()).isNull();
        assertThat(world.settled).containsExactly("FILLED");
    }

    @Test
    void orderThatMayStillArriveIsNotOverUntilItCannotAnyMore() {
        TradeOrder sent = submittedByADeadOwner();
        OrderReconciliation other = other();

        other.run();
        assertThat(world.orders.get(sent).status()).isEqualTo(OrderStatus.CANCEL_REQUESTED);
        assertThat(world.log).noneMatch(line -> line.startsWith("closed"));

        world.clock.advance(Duration.ofMinutes(2));
        other.run();
        assertThat(world.orders.get(sent).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(world.log).contains("closed CANCELLED");
    }

    @Test
    void orderThatArrivesLateAndIsFilledIsBookedAsFilledAndWasNeverCancelled() {
        TradeOrder sent = submittedByADeadOwner();
        OrderReconciliation other = other();
        other.run();

        world.broker.arrive(sent.request());
        other.run();

        TradeOrder filled = world.orders.get(sent);
        assertThat(filled.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(filled.history())
                .extracting(TradeOrder.Entered::status)
                .containsExactly(
                        OrderStatus.NEW,
                        OrderStatus.RESERVED,
                        OrderStatus.SUBMITTED,
                        OrderStatus.CANCEL_REQUESTED,
                        OrderStatus.FILLED);
    }

    @Test
    void orderThatArrivesLateAndWaitsIsCancelledThere() {
        world.broker.losesOrders = true;
        TradeOrder sent = world.working("1.08");
        world.reconciliation.run();
        assertThat(world.orders.get(sent).status()).isEqualTo(OrderStatus.CANCEL_REQUESTED);

        world.broker.arrive(sent.request());
        world.reconciliation.run();

        assertThat(world.orders.get(sent).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(world.log).contains("cancel");
    }

    @Test
    void twoInstancesThatReconcileAtOnceBookOnce() {
        TradeOrder sent = submittedByADeadOwner();
        world.broker.arrive(sent.request());
        OrderReconciliation first = other();
        OrderReconciliation second = other();

        // The second comes after the first has asked the broker, and before it has booked the answer.
        world.broker.lookingUp = () -> {
            world.broker.lookingUp = () -> {};
            second.run();
        };
        first.run();

        assertThat(world.orders.get(sent).fills()).hasSize(1);
        assertThat(world.log.stream().filter("filled"::equals)).hasSize(1);
        assertThat(world.settled)
                .as("who completes a request may be told twice")
                .containsOnly("FILLED");
        assertThat(first.failure()).isEmpty();
    }

    @Test
    void orderThatIsCancelledWhileItIsComparedStaysCancelled() {
        TradeOrder order = world.working("1.08");
        world.broker.fill(order.clientOrderId(), new BigDecimal("0.1"));
        world.broker.lookingUp = () -> {
            world.broker.lookingUp = () -> {};
            world.service.cancel(order.id(), _ -> {});
        };

        world.reconciliation.run();

        TradeOrder cancelled = world.orders.get(order);
        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(cancelled.filledLots()).isEqualTo(Lots.of("0.1"));
        assertThat(world.log.stream().filter("filled"::equals)).hasSize(1);
    }

    @Test
    void ownerLooksAfterItsOrderOnceTheGraceIsOver() {
        TradeOrder opened = world.open();

        world.clock.advance(Duration.ofSeconds(29));
        world.reconciliation.run();
        assertThat(world.orders.get(opened).status()).isEqualTo(OrderStatus.NEW);

        world.clock.advance(Duration.ofSeconds(1));
        world.reconciliation.run();
        assertThat(world.orders.get(opened).status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void ordersOfAnAccountAreLookedUpTogetherAndWhatHasNotMovedIsNotWritten() {
        world.working("1.08");
        world.working("1.07");
        TradeOrder moved = world.working("1.06");
        world.broker.fill(moved.clientOrderId());
        world.log.clear();

        world.reconciliation.run();

        assertThat(world.log).containsExactly("lookup 3", "durable", "update FILLED", "filled");
    }

    @Test
    void gateStaysShutUntilTheBrokerHasSpoken() {
        TradeOrder sent = submittedByADeadOwner();
        world.broker.silent = true;
        OrderReconciliation other = other();

        other.run();
        assertThat(other.isDone()).isFalse();
        assertThat(other.failure()).hasValueSatisfying(text -> assertThat(text).contains("main", "time-out"));

        world.broker.silent = false;
        world.broker.arrive(sent.request());
        other.run();
        assertThat(other.isDone()).isTrue();
        assertThat(other.failure()).isEmpty();
    }

    /** On disk as submitted, and nobody knows whether the broker has it. */
    private TradeOrder submittedByADeadOwner() {
        TradeOrder order = world.open();
        world.broker.submitting = () -> {
            throw new IllegalStateException("the service dies here");
        };
        try {
            world.service.send(order, _ -> {});
        } catch (IllegalStateException _) {
            world.broker.submitting = () -> {};
        }
        world.instances.living.remove("me");
        return world.orders.get(order);
    }

    private OrderReconciliation other() {
        MemoryInstances instance = new MemoryInstances();
        instance.self = "other";
        instance.living.clear();
        instance.living.addAll(world.instances.living);
        instance.living.add("other");
        return world.reconciliationOf(instance);
    }
}
