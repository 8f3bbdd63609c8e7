package dev.tradesuite.orchestrator.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.problem.ProblemCode;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CycleRequestServiceTest {

    private static final UUID ASKED = new UUID(0, 42);

    private final CycleWorld world = new CycleWorld();
    private final CycleRequestService service = new CycleRequestService(
            world.orchestrator().runner(),
            world.cycleWait(),
            world.store,
            (portfolio, cycle) -> Optional.of("report of %s".formatted(cycle)),
            world.clock);
    private final DueCycle running = world.due(7);

    @Test
    void cycleIsRunAndAnsweredWithItsReport() {
        assertThat(service.run(ASKED, 7))
                .isEqualTo(new CycleRunResult.Ended(world.store.get(ASKED), CycleWorld.REPORT));
    }

    @Test
    void repeatIsAnsweredFromTheBooks() {
        service.run(ASKED, 7);

        assertThat(service.run(ASKED, 7))
                .isEqualTo(new CycleRunResult.Ended(world.store.get(ASKED), "report of " + ASKED));
        assertThat(world.calls).hasSize(1);
    }

    @Test
    void cycleThatIsMetIsWaitedForAndAnswers() {
        Cycle taken = take();
        world.meanwhile = () -> world.store.end(taken.succeeded("momentum", CycleWorld.COUNTS, world.clock.instant()));

        assertThat(service.run(ASKED, 7))
                .isEqualTo(new CycleRunResult.Ended(world.store.get(running.id()), "report of " + running.id()));
        assertThat(world.store.find(ASKED)).isEmpty();
        assertThat(world.calls).isEmpty();
    }

    @Test
    void failureOfTheCycleThatIsMetIsToldAsItIs() {
        Cycle taken = take();
        CycleFailure why = new CycleFailure(ProblemCode.STRATEGY_TIMEOUT, "as the test wants");
        world.meanwhile = () -> world.store.end(taken.failed("momentum", why, world.clock.instant()));

        assertThat(service.run(ASKED, 7))
                .isInstanceOfSatisfying(CycleRunResult.Ended.class, ended -> assertThat(CycleWorld.why(ended.cycle()))
                        .isEqualTo(why));
    }

    @Test
    void patienceEnds() {
        take();

        assertThat(service.run(ASKED, 7)).isInstanceOfSatisfying(CycleRunResult.Refused.class, refused -> assertThat(
                        refused.why().code())
                .isEqualTo(ProblemCode.CYCLE_RUNNING));
    }

    @Test
    void dryRunLeavesNothingBehindAlsoOfAPausedPortfolio() {
        world.portfolio(8, "momentum", PortfolioStatus.PAUSED);

        assertThat(service.dryRun(ASKED, 8))
                .isInstanceOfSatisfying(CycleRunResult.Ended.class, ended -> assertThat(ended.report())
                        .isEqualTo("dry run of 8"));
        assertThat(world.store.find(ASKED)).isEmpty();
        assertThat(world.calls).isEmpty();
    }

    private Cycle take() {
        return ((CycleClaim.Taken) world.store.claim(running, true, world.clock.instant())).cycle();
    }
}
