package dev.tradesuite.signals.latest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SharedReadsTest {

    private final SharedReads<String, Integer> reads = new SharedReads<>();
    private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger times = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);

    @AfterEach
    void end() {
        answered.countDown();
        askers.close();
    }

    @Test
    void whoAsksMeanwhileGetsTheAnswerOfTheFirst() throws Exception {
        List<Future<Integer>> answers = ask(20, times::incrementAndGet);
        assertThat(reads.read("other", () -> 7)).isEqualTo(7);
        answered.countDown();
        for (Future<Integer> answer : answers) {
            assertThat(answer.get()).isEqualTo(1);
        }
        assertThat(reads.read("it", times::incrementAndGet)).isEqualTo(2);
    }

    @Test
    void aFailureIsEverybodysAndTheNextReadsAnew() throws Exception {
        List<Future<Integer>> answers = ask(5, () -> {
            throw new IllegalArgumentException("no connection");
        });
        answered.countDown();
        for (Future<Integer> answer : answers) {
            assertThatThrownBy(answer::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseInstanceOf(IllegalArgumentException.class);
        }
        assertThat(reads.read("it", () -> 3)).isEqualTo(3);
    }

    @Test
    void anErrorLeavesNobodyWaiting() throws Exception {
        List<Future<Integer>> answers = ask(2, () -> {
            throw new AssertionError("out of memory");
        });
        answered.countDown();
        assertThatThrownBy(answers.getFirst()::get).hasRootCauseInstanceOf(AssertionError.class);
        assertThatThrownBy(answers.getLast()::get).hasCauseInstanceOf(IllegalStateException.class);
    }

    /** The first reads until the test answers; the others come while it does. */
    private List<Future<Integer>> ask(int askersAtOnce, Supplier<Integer> reader) throws InterruptedException {
        List<Future<Integer>> answers = new ArrayList<>();
        Supplier<Integer> slow = () -> {
            begun.countDown();
            await(answered);
            return reader.get();
        };
        answers.add(askers.submit(() -> reads.read("it", slow)));
        await(begun);
        List<Thread> waiting = new ArrayList<>();
        for (int asker = 1; asker < askersAtOnce; asker++) {
            CountDownLatch here = new CountDownLatch(1);
            answers.add(askers.submit(() -> {
                synchronized (waiting) {
                    waiting.add(Thread.currentThread());
                }
                here.countDown();
                return reads.read("it", slow);
            }));
            await(here);
        }
        for (Thread each : waiting) {
            while (each.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }
        return answers;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
