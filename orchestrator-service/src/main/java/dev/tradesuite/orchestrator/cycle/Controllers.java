package dev.tradesuite.orchestrator.cycle;

import java.util.UUID;

/** The strategy controllers. */
public interface Controllers {

    /** Whether a strategy has a controller at all. */
    boolean isMapped(String strategyType);

    /**
     * Runs one full cycle and waits for it.
     *
     * @param fence of this run; the portfolio takes nothing from a run with a lower one
     */
    Outcome execute(String strategyType, long portfolioId, UUID cycleId, long fence);

    /** What became of it. */
    sealed interface Outcome {

        /** It ended well, with or without trades. */
        record Done(Report report) implements Outcome {}

        /** It did not, or nobody can say. */
        record NotDone(Failure why) implements Outcome {}
    }
}
