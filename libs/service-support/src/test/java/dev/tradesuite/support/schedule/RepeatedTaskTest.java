package dev.tradesuite.support.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RepeatedTaskTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration OFTEN = Duration.ofMillis(5);

    private final AtomicInteger done = new AtomicInteger();

    @Test
    void whatFailsIsDoneAgainAndHoldsUpNothing() {
        AtomicInteger failed = new AtomicInteger();
        RepeatedTask task = new RepeatedTask(
                "a test",
                OFTEN,
                List.of(
                        () -> {
                            failed.incrementAndGet();
                            throw new IllegalStateException("on purpose");
                        },
                        done::incrementAndGet));
        task.start();
        try {
            await().atMost(PATIENCE).until(() -> done.get() > 2 && failed.get() > 2);
        } finally {
            task.stop();
        }
        assertThat(task.isRunning()).isFalse();
    }

    @Test
    void nothingIsDoneOnceItHasStopped() {
        RepeatedTask task = new RepeatedTask("a test", OFTEN, List.of(done::incrementAndGet));
        task.start();
        await().atMost(PATIENCE).until(() -> done.get() > 0);
        task.stop();
        int before = done.get();

        assertThat(done).as("its thread has ended").hasValue(before);
        task.start();
        await().atMost(PATIENCE).until(() -> done.get() > before);
        task.stop();
    }

    @Test
    void whatIsOffDoesNotBeginByItself() {
        assertThat(new RepeatedTask("a test", OFTEN, List.of(), false).isAutoStartup())
                .isFalse();
        assertThat(new RepeatedTask("a test", OFTEN, List.of()).isAutoStartup()).isTrue();
    }
}
