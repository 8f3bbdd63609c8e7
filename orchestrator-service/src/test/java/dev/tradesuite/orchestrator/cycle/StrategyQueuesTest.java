package dev.tradesuite.orchestrator.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.contracts.cycle.CycleStatus;
import dev.tradesuite.contracts.cycle.CycleTrigger;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StrategyQueuesTest {

    private final CycleWorld world = new CycleWorld();
    private final StrategyQueues queues =
            new StrategyQueues(world.orchestrator().runner(), 2, Duration.ofSeconds(10));
    private final CountDownLatch slow = new CountDownLatch(1);

    @AfterEach
    void endThreads() {
        slow.countDown();
        queues.close();
    }

    @Test
    void slowControllerHoldsUpNobodyElse() {
        world.controller = (portfolio, _, _) -> {
            if (portfolio < 10) {
                join(slow);
            }
            return CycleWorld.done();
        };
        for (long id = 1; id <= 4; id++) {
            queues.submit(cycle(id, "momentum"));
        }
        DueCycle quick = cycle(10, "hybrid");

        queues.submit(quick);

        await().until(() -> !world.ended.isEmpty());
        assertThat(world.ended).extracting(Cycle::id).containsExactly(quick.id());
        await().until(() -> world.calls.size() == 3);
        assertThat(world.store.size()).as("what waits is not claimed").isEqualTo(3);
        slow.countDown();
        await().until(() -> world.ended.size() == 5);
    }

    @Test
    void cycleThatWaitsOrRunsHereIsNotTakenTwice() {
        world.controller = (_, _, _) -> {
            join(slow);
            return CycleWorld.done();
        };
        DueCycle due = cycle(1, "momentum");
        queues.submit(due);
        await().until(() -> world.calls.size() == 1);
        world.leasesEnd();

        // A sweeper would find it abandoned, yet its holder is this instance, and it is not frozen.
        queues.submit(due);
        slow.countDown();
        queues.close();

        assertThat(world.calls).hasSize(1);
        assertThat(world.store.get(due.id()).attempts()).isEqualTo(1);
    }

    @Test
    void oneThatBreaksGivesItsPlaceBack() {
        world.controller = (portfolio, _, _) -> {
            if (portfolio < 10) {
                throw new IllegalStateException("as the test wants");
            }
            return CycleWorld.done();
        };
        for (long id = 1; id <= 4; id++) {
            queues.submit(cycle(id, "momentum"));
        }
        queues.submit(cycle(10, "momentum"));

        await().until(() -> !world.ended.isEmpty());
        assertThat(world.ended).extracting(Cycle::portfolioId).containsExactly(10L);
    }

    @Test
    void whatWaitsWhenTheServiceStopsIsLeftToTheOthers() {
        world.controller = (_, _, _) -> {
            join(slow);
            return CycleWorld.done();
        };
        StrategyQueues impatient = new StrategyQueues(world.orchestrator().runner(), 2, Duration.ZERO);
        for (long id = 1; id <= 3; id++) {
            DueCycle due = cycle(id, "momentum");
            world.store.add(Cycle.requested(due));
            impatient.submit(due);
        }
        await().until(() -> world.calls.size() == 2);

        impatient.close();
        slow.countDown();

        await().until(() -> world.ended.size() == 2);
        queues.submit(cycle(10, "momentum"));
        impatient.submit(cycle(11, "momentum"));
        await().until(() -> world.ended.size() == 3);
        assertThat(world.store.list(new CycleStore.Filter(null, CycleStatus.REQUESTED, null, 10)))
                .hasSize(1);
        assertThat(world.store.find(new UUID(0, 11))).isEmpty();
    }

    private DueCycle cycle(long portfolio, String strategy) {
        world.portfolio(portfolio, strategy, PortfolioStatus.ACTIVE);
        return new DueCycle(new UUID(0, portfolio), portfolio, strategy, CycleTrigger.SCHEDULE, world.clock.instant());
    }

    private static void join(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
