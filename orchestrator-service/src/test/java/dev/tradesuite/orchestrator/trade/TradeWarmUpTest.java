package dev.tradesuite.orchestrator.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TradeWarmUpTest {

    private final TradeWorld world = TradeWorld.living();

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void everybodyIsAskedAndNothingIsReservedStoredOrSent() {
        world.neighbours.signal = new StepAnswer.Given<>(TradeWorld.says(SignalAction.HOLD));

        world.warmUp(Duration.ofMinutes(1)).run();

        assertThat(world.neighbours.sized).hasSize(3);
        assertThat(world.neighbours.checked).hasSize(3);
        assertThat(world.neighbours.reserved).isEmpty();
        assertThat(world.orders.orders.all()).isEmpty();
        assertThat(world.decisions.all()).isEmpty();
    }

    @Test
    void serviceThatDoesNotAnswerOrFailsKeepsNobodyWaiting() {
        world.neighbours.size = TradeWorld.silent(TradeReason.SIZING_UNAVAILABLE);
        world.neighbours.thinks = () -> {
            throw new IllegalStateException("out of order");
        };

        world.warmUp(Duration.ofMinutes(1)).run();

        assertThat(world.neighbours.checked).isEmpty();
    }

    @Test
    void withoutTimeNothingIsAsked() {
        world.warmUp(Duration.ZERO).run();

        assertThat(world.neighbours.sized).isEmpty();
    }
}
