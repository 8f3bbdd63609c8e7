package dev.tradesuite.orchestrator.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.cycle.CycleStatus;
import dev.tradesuite.contracts.cycle.CycleTrigger;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.problem.ProblemCode;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunAllTest {

    private final CycleWorld world = new CycleWorld();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void endThreads() {
        threads.close();
    }

    @Test
    void everyActivePortfolioHasOneResultInTheOrderOfTheirNumbers() {
        world.portfolio(3, "momentum", PortfolioStatus.ACTIVE);
        world.portfolio(1, "hybrid", PortfolioStatus.ACTIVE);
        world.portfolio(2, "momentum", PortfolioStatus.PAUSED);

        List<Cycle> cycles = all(4).run(id -> new UUID(0, id));

        assertThat(cycles).extracting(Cycle::portfolioId).containsExactly(1L, 3L);
        assertThat(cycles).extracting(cycle -> cycle.due().trigger()).containsOnly(CycleTrigger.RUN_ALL);
        assertThat(cycles).containsExactly(world.store.get(new UUID(0, 1)), world.store.get(new UUID(0, 3)));
    }

    @Test
    void oneThatFailsIsRefusedOrBreaksStopsNoneOfTheOthers() {
        for (long id = 1; id <= 3; id++) {
            world.portfolio(id, "momentum", PortfolioStatus.ACTIVE);
        }
        world.portfolio(4, "astrology", PortfolioStatus.ACTIVE);
        world.controller = (portfolio, _, _) -> switch ((int) portfolio) {
            case 1 -> throw new IllegalStateException("as the test wants");
            case 2 -> CycleWorld.notDone(ProblemCode.STRATEGY_TIMEOUT);
            default -> CycleWorld.done();
        };

        List<Cycle> cycles = all(1).run(id -> new UUID(0, id));

        assertThat(cycles)
                .extracting(Cycle::status)
                .containsExactly(CycleStatus.FAILED, CycleStatus.FAILED, CycleStatus.SUCCEEDED, CycleStatus.FAILED);
        assertThat(cycles.stream().map(Cycle::failure).map(why -> why == null ? null : why.code()))
                .containsExactly(
                        ProblemCode.INTERNAL, ProblemCode.STRATEGY_TIMEOUT, null, ProblemCode.UNKNOWN_STRATEGY);
        assertThat(world.store.find(new UUID(0, 4))).isEmpty();
    }

    @Test
    void cycleThatRunsAlreadyIsWaitedForAndCounts() {
        DueCycle running = world.due(7);
        Cycle taken = ((CycleClaim.Taken) world.store.claim(running, true, world.clock.instant())).cycle();
        world.meanwhile = () -> world.store.end(taken.succeeded("momentum", CycleWorld.COUNTS, world.clock.instant()));

        List<Cycle> cycles = all(1).run(id -> new UUID(0, id));

        assertThat(cycles).containsExactly(world.store.get(running.id()));
        assertThat(cycles).extracting(Cycle::status).containsExactly(CycleStatus.SUCCEEDED);
        assertThat(world.calls).isEmpty();
    }

    @Test
    void notMoreRunAtTheSameTimeThanTheSettingAllows() {
        for (long id = 1; id <= 6; id++) {
            world.portfolio(id, "momentum", PortfolioStatus.ACTIVE);
        }
        CyclicBarrier pair = new CyclicBarrier(2);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        world.controller = (_, _, _) -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            meet(pair);
            running.decrementAndGet();
            return CycleWorld.done();
        };

        all(2).run(id -> new UUID(0, id));

        assertThat(most).hasValue(2);
    }

    private RunAll all(int atOnce) {
        return new RunAll(world, world.orchestrator().runner(), world.cycleWait(), threads, atOnce, world.clock);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
