package dev.tradesuite.orchestrator.cycle.messaging;

import dev.tradesuite.orchestrator.cycle.Cycle;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Times cycles: {@code suite.cycle} from start to end by strategy and status, {@code suite.cycle.delay} from due to
 * start by trigger.
 */
final class CycleMeters {

    private final MeterRegistry meters;

    CycleMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Counts a cycle that ended; one that was never started has no times and is counted with none. */
    void ended(Cycle cycle) {
        Timer.builder("suite.cycle")
                .description("Cycles from start to end")
                .tag("strategy", cycle.strategyType() == null ? "unknown" : cycle.strategyType())
                .tag("status", cycle.status().name())
                .register(meters)
                .record(between(cycle.startedAt(), cycle.endedAt()));
        if (cycle.startedAt() != null) {
            Timer.builder("suite.cycle.delay")
                    .description("How long due cycles waited")
                    .tag("trigger", cycle.due().trigger().name())
                    .register(meters)
                    .record(between(cycle.due().at(), cycle.startedAt()));
        }
    }

    private static Duration between(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null || to.isBefore(from) ? Duration.ZERO : Duration.between(from, to);
    }
}
