package dev.tradesuite.orchestrator.trade;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The trade flow for tests of what stands before it. */
public final class AlertWorld implements AutoCloseable {

    private final TradeWorld world = TradeWorld.living();

    public Clock clock() {
        return world.clock;
    }

    public DecisionService decisions() {
        return world.service;
    }

    public TradeIdea idea() {
        return TradeWorld.idea().build();
    }

    public Ticket ticket() {
        return world.ticket();
    }

    public void passes(Duration time) {
        world.clock.advance(time);
    }

    /** Orders that were opened. */
    public int orders() {
        return world.orders.orders.all().size();
    }

    /** The brain does not answer but fails; null: it answers again. */
    public void brainFails(@Nullable RuntimeException fault) {
        world.neighbours.thinks = () -> {
            if (fault != null) {
                throw fault;
            }
        };
    }

    /** Something happens, once, while the brain is asked. */
    public void whileTheBrainThinks(Runnable happens) {
        world.neighbours.thinks = () -> {
            world.neighbours.thinks = () -> {};
            happens.run();
        };
    }

    @Override
    public void close() {
        world.close();
    }
}
