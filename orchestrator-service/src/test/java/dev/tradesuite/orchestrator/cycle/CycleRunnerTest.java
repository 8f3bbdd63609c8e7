package dev.tradesuite.orchestrator.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.contracts.cycle.CycleStatus;
import dev.tradesuite.contracts.cycle.CycleTrigger;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.orchestrator.cycle.CycleWorld.Instance;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CycleRunnerTest {

    private final CycleWorld world = new CycleWorld();
    private final Instance here = world.orchestrator();
    private final Instance other = world.orchestrator();
    private final DueCycle due = world.due();

    @Test
    void cycleEndsWithTheCountsOfItsControllerAndGivesTheReportAway() {
        CycleRunResult run = here.runner().run(due);

        assertThat(run).isEqualTo(new CycleRunResult.Ended(world.store.get(due.id()), CycleWorld.REPORT));
        assertThat(world.store.get(due.id()).status()).isEqualTo(CycleStatus.SUCCEEDED);
        assertThat(world.store.get(due.id()).counts()).isEqualTo(CycleWorld.COUNTS);
        assertThat(world.ended).containsExactly(world.store.get(due.id()));
    }

    @Test
    void repeatOfACycleThatSucceededRunsNothingEvenWhenThePortfolioIsGone() {
        here.runner().run(due);
        world.portfolio(7, "momentum", PortfolioStatus.ARCHIVED);

        assertThat(other.runner().run(due)).isEqualTo(new CycleRunResult.Ended(world.store.get(due.id()), null));
        assertThat(world.calls).hasSize(1);
        assertThat(world.ended).hasSize(1);
    }

    /** Its controller values and settles, and buys nothing. */
    @Test
    void cycleOfAPausedPortfolioRuns() {
        world.portfolio(8, "momentum", PortfolioStatus.PAUSED);

        assertThat(here.runner().run(of(8))).isInstanceOf(CycleRunResult.Ended.class);
        assertThat(world.calls).hasSize(1);
    }

    @Test
    void whatCannotRunIsRefusedAndNotStored() {
        world.portfolio(8, "momentum", PortfolioStatus.ARCHIVED);
        world.portfolio(9, "astrology", PortfolioStatus.ACTIVE);

        assertRefused(here.runner().run(of(8)), ProblemCode.PORTFOLIO_NOT_ACTIVE);
        assertRefused(here.runner().run(of(9)), ProblemCode.UNKNOWN_STRATEGY);
        assertRefused(here.runner().run(of(10)), ProblemCode.NOT_FOUND);
        assertThat(world.store.size()).isZero();
    }

    @Test
    void dueCycleThatCannotRunIsStoredWithTheReason() {
        world.portfolio(8, "momentum", PortfolioStatus.ARCHIVED);
        world.portfolio(9, "astrology", PortfolioStatus.ACTIVE);
        for (long portfolio = 8; portfolio <= 10; portfolio++) {
            here.runner().runDue(of(portfolio));
        }

        assertThat(world.ended)
                .extracting(Cycle::portfolioId, Cycle::status, cycle -> CycleWorld.why(cycle)
                        .code())
                .containsExactly(
                        tuple(8L, CycleStatus.SKIPPED, ProblemCode.PORTFOLIO_NOT_ACTIVE),
                        tuple(9L, CycleStatus.FAILED, ProblemCode.UNKNOWN_STRATEGY),
                        tuple(10L, CycleStatus.FAILED, ProblemCode.NOT_FOUND));
        assertThat(world.calls).isEmpty();
    }

    @Test
    void dueCycleWaitsForServicesThatAreStillStarting() {
        world.controller = (_, _, _) -> CycleWorld.notDone(ProblemCode.STRATEGY_OFFLINE);
        world.meanwhile = () -> {
            if (world.calls.size() == 3) {
                world.controller = (_, _, _) -> CycleWorld.done();
            }
        };

        here.runner().runDue(due);

        assertThat(world.store.get(due.id()).status()).isEqualTo(CycleStatus.SUCCEEDED);
        assertThat(world.calls).hasSize(4).extracting(CycleWorld.Call::fence).containsOnly(1L);
    }

    @Test
    void dueCycleFailsOnceServicesHaveHadTheirTimeToStart() {
        world.controller = (_, _, _) -> CycleWorld.notDone(ProblemCode.STRATEGY_OFFLINE);

        here.runner().runDue(due);

        assertThat(CycleWorld.why(world.store.get(due.id())).code()).isEqualTo(ProblemCode.STRATEGY_OFFLINE);
        assertThat(world.calls).hasSize((int) CycleWorld.START_PATIENCE.toSeconds() + 1);
        world.calls.clear();

        here.runner().runDue(new DueCycle(new UUID(0, 77), 7, "momentum", CycleTrigger.SCHEDULE, due.at()));
        assertThat(world.calls).hasSize(1);
    }

    @Test
    void failureThatIsNoneOfAStartIsNotTriedAgain() {
        world.controller = (_, _, _) -> CycleWorld.notDone(ProblemCode.CONFLICT);

        here.runner().runDue(due);

        assertThat(world.calls).hasSize(1);
    }

    @Test
    void failedCycleRunsAgainWhenSomebodyAsksButNotWhenItIsDueAgain() {
        world.controller = (_, _, _) -> CycleWorld.notDone(ProblemCode.STRATEGY_OFFLINE);
        here.runner().run(due);
        long first = world.store.get(due.id()).fence();
        world.controller = (_, _, _) -> CycleWorld.done();

        here.runner().runDue(due);
        assertThat(world.store.get(due.id()).status()).isEqualTo(CycleStatus.FAILED);

        here.runner().run(due);
        assertThat(world.store.get(due.id()).status()).isEqualTo(CycleStatus.SUCCEEDED);
        assertThat(world.store.get(due.id()).fence()).isGreaterThan(first);
        assertThat(world.store.get(due.id()).attempts()).isEqualTo(2);
    }

    @Test
    void secondCycleOfAPortfolioIsNotBegunWhileOneRuns() {
        AtomicReference<CycleRunResult> second = new AtomicReference<>();
        DueCycle another = new DueCycle(new UUID(0, 99), 7, "momentum", CycleTrigger.REQUEST, due.at());
        world.controller = (_, _, _) -> {
            second.set(other.runner().run(another));
            return CycleWorld.done();
        };

        here.runner().run(due);

        assertThat(second.get()).isEqualTo(new CycleRunResult.Busy(due.id()));
        assertThat(world.store.find(another.id())).isEmpty();
    }

    @Test
    void cycleOfAnotherPortfolioIsRefused() {
        here.runner().run(due);
        world.portfolio(8, "momentum", PortfolioStatus.ACTIVE);

        assertRefused(
                here.runner().run(new DueCycle(due.id(), 8, "momentum", CycleTrigger.REQUEST, due.at())),
                ProblemCode.CONFLICT);
    }

    @Test
    void orchestratorThatFreezesBetweenClaimAndRunDoesNothingAnyMore() {
        world.duringLookup = () -> {
            world.duringLookup = () -> {};
            world.leasesEnd();
            other.runner().runDue(due);
        };

        here.runner().runDue(due);

        // The portfolio refused the one that woke up: its fence is the lower one.
        assertThat(world.calls).extracting(CycleWorld.Call::fence).containsExactly(2L, 1L);
        assertTakenOver();
    }

    @Test
    void resultIsDroppedWhenTheLeaseWasLostWhileTheControllerAnswered() {
        world.controller = (_, _, fence) -> {
            if (fence == 1) {
                world.leasesEnd();
                other.runner().runDue(due);
            }
            return CycleWorld.done();
        };

        assertRefused(here.runner().run(due), ProblemCode.CYCLE_SUPERSEDED);

        assertTakenOver();
    }

    @Test
    void controllerThatAnswersAfterTheTakeOverEndsNothingOfTheNewHolder() {
        CountDownLatch otherRuns = new CountDownLatch(1);
        CountDownLatch lateAnswerIsDealtWith = new CountDownLatch(1);
        world.controller = (_, _, fence) -> {
            if (fence == 1) {
                world.leasesEnd();
                Thread.ofVirtual().start(() -> other.runner().runDue(due));
                join(otherRuns);
            } else {
                otherRuns.countDown();
                join(lateAnswerIsDealtWith);
            }
            return CycleWorld.done();
        };

        assertRefused(here.runner().run(due), ProblemCode.CYCLE_SUPERSEDED);

        assertThat(world.store.get(due.id()).status()).isEqualTo(CycleStatus.RUNNING);
        assertThat(world.ended).isEmpty();
        lateAnswerIsDealtWith.countDown();
        await().until(() -> !world.ended.isEmpty());
        assertTakenOver();
    }

    @Test
    void renewedLeaseIsNotTakenOver() {
        world.controller = (_, _, _) -> {
            for (int i = 0; i < 3; i++) {
                world.clock.advance(MemoryCycles.LEASE.minus(Duration.ofSeconds(1)));
                here.leases().renew();
            }
            other.runner().runDue(due);
            return CycleWorld.done();
        };

        here.runner().run(due);

        assertThat(world.calls).hasSize(1);
        assertThat(world.store.get(due.id()).attempts()).isEqualTo(1);
    }

    @Test
    void cycleIsLetGoWhenSomethingGoesWrongHere() {
        world.controller = (_, _, _) -> {
            throw new IllegalStateException("as the test wants");
        };
        assertThatThrownBy(() -> here.runner().run(due)).isInstanceOf(IllegalStateException.class);
        world.controller = (_, _, _) -> CycleWorld.done();

        world.leasesEnd();
        here.leases().renew();
        other.runner().runDue(due);

        assertTakenOver();
    }

    private static void join(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private DueCycle of(long portfolio) {
        return new DueCycle(new UUID(1, portfolio), portfolio, "", CycleTrigger.SCHEDULE, due.at());
    }

    private void assertTakenOver() {
        Cycle cycle = world.store.get(due.id());
        assertThat(cycle.status()).isEqualTo(CycleStatus.SUCCEEDED);
        assertThat(cycle.attempts()).isEqualTo(2);
        assertThat(cycle.fence()).isEqualTo(2);
        assertThat(world.ended).containsExactly(cycle);
    }

    private static void assertRefused(CycleRunResult run, ProblemCode code) {
        assertThat(run).isInstanceOfSatisfying(CycleRunResult.Refused.class, refused -> assertThat(
                        refused.why().code())
                .isEqualTo(code));
    }
}
