package dev.tradesuite.orchestrator.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.orchestrator.trade.StepAnswer.Given;
import dev.tradesuite.orchestrator.trade.StepAnswer.Missing;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DecisionStepsTest {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final DecisionSteps steps = new DecisionSteps(threads);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void stepWithoutADeadlineRunsOnTheThreadOfTheRequest() {
        StepAnswer<Thread> answer = steps.within(Deadline.none(), () -> new Given<>(Thread.currentThread()));

        assertThat(answer.value()).isSameAs(Thread.currentThread());
    }

    @Test
    void stepInTimeIsAnswered() {
        assertThat(steps.within(Deadline.in(Duration.ofMinutes(1)), () -> new Given<>("here"))
                        .value())
                .isEqualTo("here");
    }

    @Test
    void stepThatIsTooLateIsInterruptedAndItsAnswerMissing() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);

        StepAnswer<String> answer = steps.within(Deadline.in(Duration.ofMillis(50)), () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException _) {
                interrupted.countDown();
            }
            return new Given<>("late");
        });

        assertThat(answer).isInstanceOfSatisfying(Missing.class, missing -> assertThat(
                        missing.why().code())
                .isEqualTo("DEADLINE_PASSED"));
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void faultOfAStepIsTheFaultOfTheRequest() {
        assertThatThrownBy(() -> steps.within(Deadline.in(Duration.ofMinutes(1)), () -> {
                    throw new IllegalArgumentException("bad candle");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("bad candle");
    }

    @Test
    void answerThatIsMissingHasNoValue() {
        assertThatThrownBy(() -> DecisionSteps.<String>tooLate().value()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void deadlineIsOverWhenItsTimeIs() {
        AtomicLong nanos = new AtomicLong(7);
        Deadline deadline = Deadline.in(Duration.ofNanos(10), nanos::get);

        nanos.set(16);
        assertThat(deadline.isOver()).isFalse();
        assertThat(deadline.left()).isEqualTo(Duration.ofNanos(1));
        nanos.set(17);
        assertThat(deadline.isOver()).isTrue();
        assertThat(Deadline.none().isOver()).isFalse();
    }
}
