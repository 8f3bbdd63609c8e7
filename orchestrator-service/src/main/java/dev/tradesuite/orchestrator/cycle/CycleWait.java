package dev.tradesuite.orchestrator.cycle;

import dev.tradesuite.contracts.problem.ProblemCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Waits for cycles that run already, here or elsewhere, so that who asks for one meanwhile is answered by them. */
public final class CycleWait {

    private final CycleStore store;
    private final Duration patience;
    private final Runnable pause;
    private final Clock clock;

    /**
     * @param patience how long to wait at most
     * @param pause between two looks
     */
    public CycleWait(CycleStore store, Duration patience, Runnable pause, Clock clock) {
        this.store = store;
        this.patience = patience;
        this.pause = pause;
        this.clock = clock;
    }

    /** What is left of a result once a cycle that was met has ended. */
    CycleRunResult.Settled settled(CycleRunResult result) {
        return switch (result) {
            case CycleRunResult.Busy(UUID running) -> await(running);
            case CycleRunResult.Settled settled -> settled;
        };
    }

    private CycleRunResult.Settled await(UUID running) {
        Instant end = clock.instant().plus(patience);
        do {
            Optional<Cycle> ended = store.find(running).filter(cycle -> cycle.end() != null);
            if (ended.isPresent()) {
                return new CycleRunResult.Ended(ended.get(), null);
            }
            pause.run();
        } while (clock.instant().isBefore(end));
        return new CycleRunResult.Refused(new CycleFailure(
                ProblemCode.CYCLE_RUNNING,
                "Cycle %s of the portfolio is still running after %d s".formatted(running, patience.toSeconds())));
    }
}
