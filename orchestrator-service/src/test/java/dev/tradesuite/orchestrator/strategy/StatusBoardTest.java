package dev.tradesuite.orchestrator.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.orchestrator.strategy.ControllerState.Offline;
import dev.tradesuite.orchestrator.strategy.ControllerState.Online;
import dev.tradesuite.orchestrator.strategy.StatusBoard.Health;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StatusBoardTest {

    private static final ControllerState ON = new Online("a", "b");
    private static final ControllerState OFF = new Offline("Connection refused");

    @Test
    void healthIsThatOfAllControllersTogether() {
        assertThat(Health.of(List.of(ON, ON))).isEqualTo(Health.HEALTHY);
        assertThat(Health.of(List.of(ON, OFF))).isEqualTo(Health.DEGRADED);
        assertThat(Health.of(List.of(OFF, OFF))).isEqualTo(Health.UNHEALTHY);
        assertThat(Health.of(List.of())).isEqualTo(Health.UNHEALTHY);
    }

    @Test
    void limitIsNamedInItsUnit() {
        assertThat(StatusBoard.noAnswerWithin(Duration.ofSeconds(2))).isEqualTo("No answer within 2 s");
        assertThat(StatusBoard.noAnswerWithin(Duration.ofMillis(1500))).isEqualTo("No answer within 1500 ms");
    }

    @Test
    void everyControllerHasAnAnswerInTheOrderOfTheMapping() {
        StatusBoard.Status status = ask(type -> type.equals("momentum") ? ON : OFF, Integer.MAX_VALUE);

        assertThat(status.controllers().keySet()).containsExactly("momentum", "arbitrage", "hybrid");
        assertThat(status.controllers().values()).containsExactly(ON, OFF, OFF);
        assertThat(status.health()).isEqualTo(Health.DEGRADED);
    }

    @Test
    void oneThatDoesNotAnswerIsOfflineAndHidesNoneOfTheOthers() {
        StatusBoard.Status status = ask(_ -> ON, 2);

        assertThat(status.controllers().values()).containsExactly(ON, ON, new Offline("No answer within 1 ms"));
    }

    @Test
    void probeThatBreaksIsOfflineAndHidesNoneOfTheOthers() {
        StatusBoard.Status status = ask(
                type -> {
                    if (type.equals("momentum")) {
                        throw new IllegalStateException("as the test wants");
                    }
                    return ON;
                },
                Integer.MAX_VALUE);

        assertThat(status.controllers().get("momentum"))
                .isEqualTo(new Offline("Could not be asked: java.lang.IllegalStateException: as the test wants"));
        assertThat(status.health()).isEqualTo(Health.DEGRADED);
    }

    private static StatusBoard.Status ask(ControllerProbe probe, int answering) {
        Set<String> types = new LinkedHashSet<>(List.of("momentum", "arbitrage", "hybrid"));
        try (FirstOnly threads = new FirstOnly(answering)) {
            return new StatusBoard(types, probe, threads, Duration.ofMillis(1)).ask();
        }
    }

    /** Runs the first tasks at once, and those after them never. */
    private static final class FirstOnly extends AbstractExecutorService {

        private int left;

        FirstOnly(int tasks) {
            this.left = tasks;
        }

        @Override
        public void execute(Runnable task) {
            if (left-- > 0) {
                task.run();
            }
        }

        @Override
        public void shutdown() {
            // It has no threads.
        }

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return true;
        }

        @Override
        public boolean isTerminated() {
            return true;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
