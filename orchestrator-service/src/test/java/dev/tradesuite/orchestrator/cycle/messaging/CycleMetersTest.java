package dev.tradesuite.orchestrator.cycle.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.cycle.CycleStatus;
import dev.tradesuite.contracts.cycle.CycleTrigger;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.orchestrator.cycle.Cycle;
import dev.tradesuite.orchestrator.cycle.CycleFailure;
import dev.tradesuite.orchestrator.cycle.DueCycle;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CycleMetersTest {

    private static final Instant DUE = Instant.parse("2026-01-05T10:00:00Z");

    private static final DueCycle DUE_CYCLE = new DueCycle(new UUID(0, 1), 7, "momentum", CycleTrigger.SCHEDULE, DUE);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final CycleMeters meters = new CycleMeters(registry);

    @Test
    void timesACycleFromItsStartAndTheWaitBeforeIt() {
        Cycle running = new Cycle(DUE_CYCLE, CycleStatus.RUNNING, null, 1, 1, DUE.plusSeconds(2), null);
        meters.ended(running.failed(
                "momentum", new CycleFailure(ProblemCode.STRATEGY_OFFLINE, "nobody there"), DUE.plusSeconds(5)));

        Timer run = registry.get("suite.cycle")
                .tags("strategy", "momentum", "status", "FAILED")
                .timer();
        assertThat(run.count()).isEqualTo(1);
        assertThat(run.totalTime(TimeUnit.SECONDS)).isEqualTo(3);
        assertThat(registry.get("suite.cycle.delay")
                        .tags("trigger", "SCHEDULE")
                        .timer()
                        .totalTime(TimeUnit.SECONDS))
                .isEqualTo(2);
    }

    @Test
    void countsACycleThatNeverStarted() {
        Cycle waiting = Cycle.requested(DUE_CYCLE);
        meters.ended(waiting.skipped(
                null, new CycleFailure(ProblemCode.CYCLE_RUNNING, "still waiting"), DUE.plusSeconds(1)));

        assertThat(registry.get("suite.cycle")
                        .tags("strategy", "unknown", "status", "SKIPPED")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(registry.find("suite.cycle.delay").timer()).isNull();
    }
}
