package dev.tradesuite.orchestrator.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.contracts.cycle.CycleStatus;
import dev.tradesuite.contracts.cycle.CycleTrigger;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.orchestrator.cycle.Cycle;
import dev.tradesuite.orchestrator.cycle.CycleStore;
import dev.tradesuite.orchestrator.cycle.CycleWorld;
import dev.tradesuite.orchestrator.cycle.DueCycle;
import dev.tradesuite.orchestrator.cycle.DueCycles;
import dev.tradesuite.orchestrator.cycle.StrategyQueues;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DueHandlerTest {

    private static final Instant TEN = Instant.parse("2026-01-05T10:00:00Z");

    private final CycleWorld world = new CycleWorld();
    private final MemorySchedules schedules = new MemorySchedules();
    private final StrategyQueues queues =
            new StrategyQueues(world.orchestrator().runner(), 8, Duration.ofSeconds(10));
    private final DueHandler handler = handler(queues);

    @BeforeEach
    void oneActivePortfolio() {
        world.portfolio(7, "momentum", PortfolioStatus.ACTIVE);
        schedules.put(new PortfolioSchedule(7, "momentum", true, "PT15M", 1, null));
    }

    @AfterEach
    void endThreads() {
        queues.close();
    }

    @Test
    void dueCycleRunsAndTheNextTimeFollows() {
        assertThat(handler.due(7, TEN)).contains(TEN.plusSeconds(900));

        await().until(() -> !world.ended.isEmpty());
        Cycle cycle = world.ended.getFirst();
        assertThat(cycle.due()).isEqualTo(DueCycle.scheduled(7, "momentum", TEN));
        assertThat(cycle.due().trigger()).isEqualTo(CycleTrigger.SCHEDULE);
        assertThat(schedules.findAndLock(7).orElseThrow().lastDueAt()).isEqualTo(TEN);
    }

    @Test
    void sameDueTimeTwiceIsTheSameCycle() {
        handler.due(7, TEN);
        await().until(() -> !world.ended.isEmpty());

        // An orchestrator that was taken for dead wakes up.
        try (StrategyQueues second = new StrategyQueues(world.orchestrator().runner(), 8, Duration.ofSeconds(10))) {
            handler(second).due(7, TEN);
        }

        assertThat(world.calls).hasSize(1);
        assertThat(world.store.size()).isEqualTo(1);
    }

    @Test
    void whatWasDueInADowntimeRunsOnceAndTheRhythmIsKept() {
        world.clock.set(TEN.plusSeconds(2400));

        // 10:15 and 10:30 are left out, 10:45 is next.
        assertThat(handler.due(7, TEN)).contains(TEN.plusSeconds(2700));

        await().until(() -> !world.ended.isEmpty());
        assertThat(world.store.size()).isEqualTo(1);
    }

    @Test
    void pausedAndUnknownPortfoliosAreNotDueAnyMore() {
        schedules.put(new PortfolioSchedule(7, "momentum", false, "PT15M", 2, null));

        assertThat(handler.due(7, TEN)).isEmpty();
        assertThat(handler.due(8, TEN)).isEmpty();
        assertThat(world.store.size()).isZero();
    }

    @Test
    void cycleIsSkippedWhileTheOneBeforeStillWaits() {
        DueCycle before = DueCycle.scheduled(7, "momentum", TEN);
        world.store.add(Cycle.requested(before));

        assertThat(handler.due(7, TEN.plusSeconds(900))).contains(TEN.plusSeconds(1800));

        assertThat(world.ended).extracting(Cycle::status).containsExactly(CycleStatus.SKIPPED);
        assertThat(CycleWorld.why(world.ended.getFirst()).code()).isEqualTo(ProblemCode.CYCLE_RUNNING);
        assertThat(world.store.list(new CycleStore.Filter(7L, CycleStatus.REQUESTED, null, 10)))
                .extracting(Cycle::id)
                .containsExactly(before.id());
    }

    @Test
    void cycleThatWasOnlyNotedWhenItsOrchestratorDiedIsRunByTheNextOne() {
        world.store.add(Cycle.requested(DueCycle.scheduled(7, "momentum", TEN)));

        handler.due(7, TEN);

        await().until(() -> !world.ended.isEmpty());
        assertThat(world.ended).extracting(Cycle::status).containsExactly(CycleStatus.SUCCEEDED);
        assertThat(world.calls).hasSize(1);
    }

    private DueHandler handler(StrategyQueues of) {
        return new DueHandler(
                schedules,
                new DueCycles(world.store, world, world.clock),
                of,
                text -> new IntervalView(Duration.parse(text)),
                new CycleWorld.Direct(),
                world.clock);
    }
}
