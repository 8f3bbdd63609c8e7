package dev.tradesuite.strategy.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortfolioLocksTest {

    @Test
    void letsOneAtATimeWorkOnAPortfolio() throws Exception {
        PortfolioLocks locks = new PortfolioLocks(Duration.ofSeconds(30));
        List<Integer> unguarded = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> calls = IntStream.range(0, 500)
                    .mapToObj(i -> threads.submit(() -> locks.take(7, () -> unguarded.add(i))))
                    .toList();
            for (Future<Boolean> call : calls) {
                call.get();
            }
        }

        assertThat(unguarded).hasSize(500);
    }

    @Test
    void portfoliosDoNotWaitForOneAnother() throws Exception {
        PortfolioLocks locks = new PortfolioLocks(Duration.ZERO);
        CountDownLatch holding = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first = threads.submit(() -> locks.take(7, () -> {
                holding.countDown();
                await(released);
                return "seven";
            }));
            await(holding);

            assertThat(locks.take(8, () -> "eight")).isEqualTo("eight");
            assertThatExceptionOfType(CycleRefusedException.class)
                    .isThrownBy(() -> locks.take(7, () -> "seven again"))
                    .satisfies(refused -> assertThat(refused.why()).isEqualTo(CycleRefusedException.Cause.BUSY));

            released.countDown();
            assertThat(first.get()).isEqualTo("seven");
        }
        assertThat(locks.take(7, () -> "free")).isEqualTo("free");
    }

    @Test
    void workThatFailsLeavesTheLock() {
        PortfolioLocks locks = new PortfolioLocks(Duration.ZERO);

        assertThatIllegalStateException()
                .isThrownBy(() -> locks.take(7, () -> {
                    throw new IllegalStateException("broken");
                }));

        assertThat(locks.take(7, () -> "free")).isEqualTo("free");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
