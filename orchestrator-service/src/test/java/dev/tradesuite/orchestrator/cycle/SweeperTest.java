package dev.tradesuite.orchestrator.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.contracts.cycle.CycleStatus;
import dev.tradesuite.contracts.cycle.CycleTrigger;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SweeperTest {

    private static final Duration PICKUP_AFTER = Duration.ofSeconds(10);
    private static final int MOST_ATTEMPTS = 3;

    private final CycleWorld world = new CycleWorld();
    private final List<StrategyQueues> queues = new ArrayList<>();
    private final DueCycle due = world.due();

    @AfterEach
    void endThreads() {
        queues.forEach(StrategyQueues::close);
    }

    @Test
    void cycleOfALostHolderIsTakenOver() {
        world.store.abandon(due, 1);

        sweeper().sweep();

        await().until(() -> !world.ended.isEmpty());
        assertThat(world.store.get(due.id()).status()).isEqualTo(CycleStatus.SUCCEEDED);
        assertThat(world.store.get(due.id()).attempts()).isEqualTo(2);
    }

    @Test
    void twoSweepersAtOnceTakeACycleOverOnce() {
        world.store.abandon(due, 1);
        Sweeper one = sweeper();
        Sweeper other = sweeper();
        // The other one looks, and takes it over, after the first has seen it abandoned.
        world.store.afterLookingForAbandoned = () -> {
            world.store.afterLookingForAbandoned = () -> {};
            other.sweep();
            await().until(() -> !world.ended.isEmpty());
        };

        one.sweep();
        queues.forEach(StrategyQueues::close);

        assertThat(world.calls).hasSize(1);
        assertThat(world.store.get(due.id()).attempts()).isEqualTo(2);
        assertThat(world.ended).hasSize(1);
    }

    @Test
    void cycleThatLostTooManyHoldersIsGivenUpOnceByTwoSweepers() {
        world.store.abandon(due, MOST_ATTEMPTS);
        Sweeper other = sweeper();
        world.store.afterLookingForAbandoned = () -> {
            world.store.afterLookingForAbandoned = () -> {};
            other.sweep();
        };

        sweeper().sweep();

        assertThat(world.calls).isEmpty();
        assertThat(world.ended).extracting(Cycle::status).containsExactly(CycleStatus.FAILED);
        assertThat(CycleWorld.why(world.ended.getFirst()).detail()).startsWith("Given up after 3 attempts");
    }

    @Test
    void holderThatWakesUpInTimeKeepsItsCycle() {
        Cycle held = world.store.abandon(due, MOST_ATTEMPTS);
        world.store.afterLookingForAbandoned =
                () -> world.store.renew(List.of(new CycleStore.Held(held.id(), held.fence())));

        sweeper().sweep();

        assertThat(world.ended).isEmpty();
        assertThat(world.store.end(held.succeeded("momentum", CycleWorld.COUNTS, world.clock.instant())))
                .isTrue();
    }

    @Test
    void oneThatCannotBeGivenUpStopsNoneOfTheOthers() {
        world.store.abandon(due, MOST_ATTEMPTS);
        DueCycle second = world.due(8);
        world.store.abandon(second, MOST_ATTEMPTS);
        DueCycle waiting = world.due(9);
        world.store.add(Cycle.requested(waiting));
        world.clock.advance(PICKUP_AFTER.plusSeconds(1));

        sweeper(new FailsFirst()).sweep();

        assertThat(world.store.get(second.id()).status()).isEqualTo(CycleStatus.FAILED);
        await().until(() -> world.store.get(waiting.id()).status() == CycleStatus.SUCCEEDED);
        assertThat(world.store.get(due.id()).status()).isEqualTo(CycleStatus.RUNNING);
    }

    @Test
    void cycleThatHasJustBecomeDueIsLeftWhereItIs() {
        DueCycle waiting = new DueCycle(new UUID(0, 1), 7, "momentum", CycleTrigger.SCHEDULE, due.at());
        world.store.add(Cycle.requested(waiting));

        sweeper().sweep();
        queues.forEach(StrategyQueues::close);

        assertThat(world.store.get(waiting.id()).status()).isEqualTo(CycleStatus.REQUESTED);
    }

    private Sweeper sweeper() {
        return sweeper(new CycleWorld.Direct());
    }

    private Sweeper sweeper(UnitOfWork work) {
        StrategyQueues own = new StrategyQueues(world.orchestrator().runner(), 8, Duration.ofSeconds(10));
        queues.add(own);
        return new Sweeper(world.store, own, world, work, PICKUP_AFTER, MOST_ATTEMPTS, world.clock);
    }

    /** The first transaction fails. */
    private static final class FailsFirst implements UnitOfWork {

        private boolean failed;

        @Override
        public <T> T durable(Supplier<T> work) {
            if (!failed) {
                failed = true;
                throw new IllegalStateException("as the test wants");
            }
            return work.get();
        }

        @Override
        public <T> T relaxed(Supplier<T> work) {
            return work.get();
        }
    }
}
