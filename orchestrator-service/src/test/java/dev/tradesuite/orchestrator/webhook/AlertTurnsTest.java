package dev.tradesuite.orchestrator.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.orchestrator.trade.Deadline;
import dev.tradesuite.support.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AlertTurnsTest {

    private static final Deadline LONG = Deadline.in(Duration.ofHours(1));

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch go = new CountDownLatch(1);
    private final AtomicInteger atWork = new AtomicInteger();

    @AfterEach
    void stop() {
        go.countDown();
        threads.shutdownNow();
    }

    @Test
    void burstWaitsForItsTurnAndIsDecidedToTheLast() throws Exception {
        AlertTurns turns = new AlertTurns(4, 100);
        AtomicInteger most = new AtomicInteger();

        List<Future<Integer>> burst = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            int number = i;
            burst.add(threads.submit(() -> turns.inTurn(LONG, () -> {
                most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
                LockSupport.parkNanos(50_000);
                atWork.decrementAndGet();
                return number;
            })));
        }

        for (int i = 0; i < 50; i++) {
            assertThat(burst.get(i).get()).isEqualTo(i);
        }
        assertThat(most.get()).isBetween(1, 4);
    }

    @Test
    void whoseTimeIsOverIsDecidedWithoutATurn() {
        AlertTurns turns = new AlertTurns(1, 100);
        occupy(turns);

        assertThat(turns.inTurn(Deadline.in(Duration.ofMillis(20)), () -> "too late"))
                .isEqualTo("too late");

        go.countDown();
        assertThat(turns.inTurn(LONG, () -> "in turn")).isEqualTo("in turn");
    }

    @Test
    void oneTooManyIsRefusedAndToldSo() {
        AlertTurns turns = new AlertTurns(1, 1);
        occupy(turns);
        Future<String> second = threads.submit(() -> turns.inTurn(LONG, () -> "second"));
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThatThrownBy(() -> turns.inTurn(Deadline.in(Duration.ZERO), () -> "third"))
                        .isInstanceOfSatisfying(ProblemException.class, refused -> {
                            assertThat(refused.code()).isEqualTo(ProblemCode.RATE_LIMITED);
                            assertThat(refused).hasMessageContaining("1 alerts wait");
                        }));

        go.countDown();
        assertThat(second).succeedsWithin(Duration.ofMinutes(1)).isEqualTo("second");
        assertThat(turns.inTurn(LONG, () -> "fourth")).isEqualTo("fourth");
    }

    @Test
    void decisionThatFailsGivesItsTurnBack() {
        AlertTurns turns = new AlertTurns(1, 0);

        assertThatThrownBy(() -> turns.inTurn(LONG, () -> {
                    throw new IllegalStateException("fails");
                }))
                .hasMessage("fails");

        assertThat(turns.inTurn(LONG, () -> "next")).isEqualTo("next");
    }

    private void occupy(AlertTurns turns) {
        CountDownLatch begun = new CountDownLatch(1);
        var _ = threads.submit(() -> turns.inTurn(LONG, () -> {
            begun.countDown();
            return awaited(go);
        }));
        assertThat(awaited(begun)).isTrue();
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
