package dev.tradesuite.orchestrator.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.orchestrator.strategy.ControllerState.Offline;
import dev.tradesuite.orchestrator.strategy.ControllerState.Online;
import dev.tradesuite.orchestrator.strategy.StatusBoard.Health;
import java.time.Duration;
import java.util.List;
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
}
