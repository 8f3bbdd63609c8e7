package dev.tradesuite.orchestrator.cycle;

import dev.tradesuite.contracts.problem.ProblemCode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * Lets due cycles wait for services that start at the same time as this one: what was on its way when a machine went
 * down is taken over before the controllers answer.
 */
public final class StartPatience {

    private static final Set<ProblemCode> AWAY =
            Set.of(ProblemCode.STRATEGY_OFFLINE, ProblemCode.SERVICE_OFFLINE, ProblemCode.SERVICE_TIMEOUT);

    private final Instant until;
    private final Runnable pause;
    private final Clock clock;

    /**
     * @param length how long after now services may still be starting
     * @param pause before each new attempt
     */
    public StartPatience(Duration length, Runnable pause, Clock clock) {
        this.until = clock.instant().plus(length);
        this.pause = pause;
        this.clock = clock;
    }

    /** Whether to try again, after a pause. */
    boolean again(CycleFailure why) {
        if (!AWAY.contains(why.code()) || !clock.instant().isBefore(until)) {
            return false;
        }
        pause.run();
        return true;
    }
}
