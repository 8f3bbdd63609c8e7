package dev.tradesuite.orchestrator.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.risk.Reduction;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.order.OrderOrigin;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.orchestrator.trade.StepAnswer.Missing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderPlacementTest {

    private final TradeWorld world = TradeWorld.living();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final OrderPlacement placement =
            new OrderPlacement(world.orders.service, world.neighbours, world.orders.own, new DecisionSteps(threads));
    private final List<OrderStatus> journal = new ArrayList<>();

    @AfterEach
    void stop() {
        threads.shutdownNow();
        world.close();
    }

    @Test
    void journalIsKeptInTheTransactionThatOpensTheOrder() {
        assertThatThrownBy(() -> placement.open(terms(), origin(), null, _ -> {
                    throw new IllegalStateException("the journal is full");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(world.orders.orders.all()).isEmpty();
    }

    @Test
    void journalIsKeptInTheTransactionThatBooksTheFill() {
        TradeOrder order = open();

        assertThatThrownBy(() -> placement.send(order, _ -> {
                    throw new IllegalStateException("the journal is full");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(world.orders.orders.all().getFirst().status()).isEqualTo(OrderStatus.NEW);
        assertThat(world.orders.broker.filled()).isEmpty();
        assertThat(world.orders.events).isEmpty();
    }

    @Test
    void orderThatSomebodyHasCancelledMeanwhileIsNotEndedAgain() {
        TradeOrder order = open();
        world.orders.service.cancel(order.id(), _ -> {});

        TradeOrder ended = placement.end(
                order, OrderStatus.DENIED, TradeReason.RISK_DENIED.reason(), now -> journal.add(now.status()));

        assertThat(ended.status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(journal).containsExactly(OrderStatus.CANCELLED);
        assertThat(world.orders.events).hasSize(1);
    }

    @Test
    void orderThatSomebodyHasCancelledMeanwhileIsNotFilled() {
        TradeOrder order = open();
        world.orders.service.cancel(order.id(), _ -> {});

        placement.send(order, sent -> journal.add(sent.order().status()));

        assertThat(journal).last().isEqualTo(OrderStatus.CANCELLED);
        assertThat(world.orders.broker.filled()).isEmpty();
    }

    @Test
    void reservationIsNotWaitedForLongerThanTheDecisionMayTake() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        OrderPlacement slow = new OrderPlacement(
                world.orders.service, new SilentRisk(interrupted), world.orders.own, new DecisionSteps(threads));
        TradeOrder order = open();

        StepAnswer<RiskVerdict> answer = slow.reserve(order, exposure(), Deadline.in(Duration.ofMillis(50)));

        assertThat(answer).isInstanceOfSatisfying(Missing.class, missing -> assertThat(
                        missing.why().code())
                .isEqualTo("DEADLINE_PASSED"));
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private TradeOrder open() {
        return placement.open(terms(), origin(), null, _ -> {});
    }

    private static TradeTerms terms() {
        return TradeTerms.market("EURUSD", Side.BUY, Lots.of("0.4"));
    }

    private static OrderOrigin origin() {
        return OrderOrigin.of("main", "USD", TradeWorld.PRICE, Map.of());
    }

    private static Risk.Exposure exposure() {
        return Risk.Exposure.reducing(
                "main", "EURUSD", Side.BUY, Lots.of("0.4"), TradeWorld.PRICE, null, Map.of(), Reduction.POSITION);
    }

    /** Answers when it is interrupted, and no sooner. */
    private record SilentRisk(CountDownLatch interrupted) implements Risk {

        @Override
        public StepAnswer<RiskVerdict> check(TradePlan plan) {
            throw new UnsupportedOperationException();
        }

        @Override
        public StepAnswer<RiskVerdict> reserve(UUID orderId, Exposure exposure) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException _) {
                interrupted.countDown();
            }
            return new StepAnswer.Given<>(TradeWorld.allows(true));
        }
    }
}
