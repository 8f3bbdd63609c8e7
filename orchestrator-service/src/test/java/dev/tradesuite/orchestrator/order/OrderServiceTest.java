package dev.tradesuite.orchestrator.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.broker.BrokerExecution;
import dev.tradesuite.broker.BrokerOrder;
import dev.tradesuite.broker.BrokerOrderStatus;
import dev.tradesuite.broker.BrokerReport;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.TimeInForce;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.TradingDay;
import dev.tradesuite.orchestrator.order.OrderService.Sent;
import dev.tradesuite.orchestrator.order.TradeOrder.Entered;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Orders at a broker outside of this database: what is written when, and what is done when it does not answer. */
class OrderServiceTest {

    private final OrderFixture world = new OrderFixture();

    @Test
    void orderIsOnDiskBeforeABrokerOutsideGetsIt() {
        TradeOrder order = world.open();
        world.log.clear();
        world.broker.submitting =
                () -> assertThat(world.orders.get(order).status()).isEqualTo(OrderStatus.SUBMITTED);

        Sent sent = world.service.send(order, _ -> world.log.add("alongside"));

        assertThat(sent.order().status()).isEqualTo(OrderStatus.FILLED);
        assertThat(world.log)
                .containsExactly(
                        "durable", "update SUBMITTED", "submit", "durable", "update FILLED", "filled", "alongside");
    }

    @Test
    void orderKeepsTheBrokerAndTheLabelItWasSentWith() {
        TradeOrder order = world.open();

        assertThat(order.venue().broker()).isEqualTo("remote");
        assertThat(order.venue().label()).isEqualTo(world.broker.label());
        assertThat(order.owner()).isEqualTo("me");
    }

    @Test
    void orderSomebodyHasEndedMeanwhileIsNotSent() {
        TradeOrder order = world.open();
        world.service.cancel(order.id(), _ -> {});
        world.log.clear();

        Sent sent = world.service.send(order, _ -> world.log.add("alongside"));

        assertThat(sent.order().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(world.log).containsExactly("durable", "alongside");
    }

    @Test
    void silentBrokerIsAskedAndNeverSentTheOrderAgain() {
        TradeOrder order = world.open();
        world.broker.losesOrders = true;
        world.broker.submitting = () -> world.broker.arrive(order.request());

        Sent sent = world.service.send(order, _ -> {});

        assertThat(sent.confirmed()).isTrue();
        assertThat(sent.order().status()).isEqualTo(OrderStatus.FILLED);
        assertThat(world.log).containsOnlyOnce("submit").containsOnlyOnce("lookup 1");
    }

    @Test
    void orderTheBrokerDoesNotKnowAfterATimeOutMayStillArriveAndIsNotCalledCancelled() {
        TradeOrder order = world.open();
        world.broker.losesOrders = true;

        Sent sent = world.service.send(order, _ -> {});

        assertThat(sent.confirmed()).isFalse();
        assertThat(sent.order().status()).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(sent.order().owner()).as("the reconciliation takes over").isNull();
        assertThat(world.log.stream().filter("lookup 1"::equals)).hasSize(2);
        assertThat(world.log).noneMatch(line -> line.startsWith("closed"));
    }

    @Test
    void orderInTheBrokersOwnTransactionIsSentWithoutBeingHeldAndAgainWhenItWasMoved() {
        world.broker.sharesTransactions = true;
        TradeOrder order = world.open();
        world.log.clear();
        world.broker.submitting = () -> {
            world.broker.submitting = () -> {};
            world.orders.save(List.of(world.orders.get(order)));
        };

        Sent sent = world.service.send(order, _ -> world.log.add("alongside"));

        assertThat(sent.order().status()).isEqualTo(OrderStatus.FILLED);
        assertThat(world.orders.get(order).fills()).hasSize(1);
        assertThat(world.log)
                .containsExactly(
                        "durable", "submit", "update NEW", "durable", "submit", "update FILLED", "filled", "alongside");
    }

    @Test
    void rejectionOfTheBrokerIsAnOutcome() {
        TradeOrder order = world.service.open(TestOrders.limit("0.4", "1.08"), TestOrders.origin(), _ -> {});
        world.broker.submitting = () -> {
            world.broker.arrive(order.request());
            world.broker.reject(order.clientOrderId(), new Reason("NO_MARGIN", "no margin"));
        };

        TradeOrder rejected = world.service.send(order, _ -> {}).order();

        assertThat(rejected.history())
                .extracting(Entered::status)
                .containsExactly(OrderStatus.NEW, OrderStatus.RESERVED, OrderStatus.SUBMITTED, OrderStatus.REJECTED);
        assertThat(world.log).contains("closed REJECTED");
    }

    @Test
    void sameReportIsBookedOnce() {
        TradeOrder order = world.open();
        world.service.send(order, _ -> {});
        BrokerReport report = world.broker.lookup("main", List.of(order.clientOrderId()));
        world.log.clear();

        world.service.book(report);
        world.service.book(report);

        assertThat(world.log).containsOnly("durable");
        assertThat(world.orders.get(order).fills()).hasSize(1);
    }

    @Test
    void fillsOfAPartlyFilledOrderAreToldOneByOne() {
        TradeOrder order = world.working("1.08");
        BrokerExecution first = OrderFixture.execution("0.1");
        world.service.book(world.report(order, BrokerOrderStatus.WORKING, null, first));
        assertThat(world.orders.get(order).status()).isEqualTo(OrderStatus.PARTIALLY_FILLED);

        world.service.book(world.report(
                order,
                BrokerOrderStatus.FILLED,
                null,
                first,
                OrderFixture.execution("0.1"),
                OrderFixture.execution("0.2")));

        assertThat(world.orders.get(order).status()).isEqualTo(OrderStatus.FILLED);
        assertThat(world.log.stream().filter(line -> line.startsWith("filled")))
                .containsExactly("filled", "filled", "filled complete");
    }

    @Test
    void legOfABracketBecomesAnOrderOfItsOwn() {
        TradeOrder order = world.open();
        world.service.send(order, _ -> {});
        BrokerOrder leg = new BrokerOrder(
                order.clientOrderId() + "-SL1",
                order.clientOrderId(),
                order.terms().stopLoss(new BigDecimal("1.0785"), Lots.of("0.4")),
                BrokerOrderStatus.WORKING,
                List.of(),
                null,
                world.clock.instant(),
                world.clock.instant());

        world.service.book(new BrokerReport(List.of(leg)));

        TradeOrder adopted = world.orders.get(leg.clientOrderId());
        assertThat(adopted.status()).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(adopted.origin().parentOrderId()).isEqualTo(order.id());
        assertThat(adopted.venue()).isEqualTo(order.venue());
    }

    @Test
    void orderNobodyKnowsIsNotMadeUp() {
        assertThatThrownBy(() ->
                        world.service.book(world.report(TestOrders.market("0.4"), BrokerOrderStatus.WORKING, null)))
                .isInstanceOf(IllegalOrderMoveException.class)
                .hasMessageContaining("no order of ours");
    }

    // Cancelling

    @Test
    void cancelIsAWishUntilTheVenueSaysWhatBecameOfIt() {
        TradeOrder order = world.working("1.08");
        world.broker.cancelsLater = true;

        TradeOrder asked = world.service.cancel(order.id(), _ -> {}).orElseThrow();
        assertThat(asked.status()).isEqualTo(OrderStatus.CANCEL_REQUESTED);

        world.broker.cancelNow(order.clientOrderId());
        world.reconciliation.run();
        TradeOrder cancelled = world.orders.get(order);
        assertThat(cancelled.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(cancelled.cause()).isEqualTo(TradeReason.CANCELLED_BY_REQUEST.reason());
    }

    @Test
    void fillThatComesBeforeTheCancelIsBookedAsAFill() {
        TradeOrder order = world.working("1.08");
        world.broker.between = () -> world.broker.fill(order.clientOrderId());

        TradeOrder told = world.service.cancel(order.id(), _ -> {}).orElseThrow();

        assertThat(told.status()).isEqualTo(OrderStatus.FILLED);
        assertThat(told.history()).extracting(Entered::status).doesNotContain(OrderStatus.CANCELLED);
        assertThat(world.log).contains("filled").noneMatch(line -> line.startsWith("closed"));
    }

    @Test
    void cancelThatNobodyAnsweredIsRepeatedByTheReconciliation() {
        TradeOrder order = world.working("1.08");
        world.broker.silent = true;

        TradeOrder asked = world.service.cancel(order.id(), _ -> {}).orElseThrow();
        assertThat(asked.status()).isEqualTo(OrderStatus.CANCEL_REQUESTED);

        world.broker.silent = false;
        world.reconciliation.run();
        assertThat(world.orders.get(order).status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void allOpenOrdersAreTakenBackButThoseThatProtect() {
        TradeOrder entry = world.open();
        world.service.send(entry, _ -> {});
        world.broker.position = new BigDecimal("0.4");
        TradeOrder stop = world.service
                .protect(
                        world.orders.get(entry),
                        new BigDecimal("1.0835"),
                        List.of(new PositionLeg(
                                entry.terms().stopLoss(new BigDecimal("1.0785"), Lots.of("0.4")), null)),
                        _ -> {})
                .getFirst();
        TradeOrder waiting = world.working("1.08");

        List<TradeOrder> told = world.service.cancelAll("main", Optional.empty(), false);

        assertThat(told).extracting(TradeOrder::id).containsExactly(waiting.id());
        assertThat(world.orders.get(waiting).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(world.orders.get(stop).status()).isEqualTo(OrderStatus.SUBMITTED);
        assertThat(world.service.cancelAll("main", Optional.empty(), true)).hasSize(1);
        assertThat(world.orders.get(stop).status()).isEqualTo(OrderStatus.CANCELLED);
    }

    // Terms

    @Test
    void orderForTheDayEndsWithTheTradingDay() {
        TradeOrder winter = world.service.open(
                TestOrders.limit("0.4", "1.08").lasting(TimeInForce.DAY), TestOrders.origin(), _ -> {});

        assertThat(winter.terms().expiresAt()).isEqualTo(Instant.parse("2026-01-05T22:00:00Z"));
        assertThat(TradingDay.endAfter(Instant.parse("2026-07-06T21:00:00Z")))
                .as("17:00 in New York begins the next day")
                .isEqualTo(Instant.parse("2026-07-07T21:00:00Z"));
    }

    @Test
    void whatTheBrokerCannotDoIsRefusedWithItsName() {
        Optional<Reason> refusal =
                world.service.refusal("main", TestOrders.buy("0.4").lasting(TimeInForce.FOK));

        assertThat(refusal).hasValueSatisfying(why -> {
            assertThat(why.code()).isEqualTo("BROKER_LACKS");
            assertThat(why.message()).contains("remote", "FOK");
        });
        assertThat(world.service.refusal("main", TestOrders.buy("0.4"))).isEmpty();
    }
}
