package dev.tradesuite.orchestrator.cycle;

import java.util.UUID;

/** The strategy controllers. */
public interface StrategyControllers {

    /** Whether a strategy has a controller at all. */
    boolean isMapped(String strategyType);

    /**
     * Runs one full cycle and waits for it.
     *
     * @param fence of this run; the portfolio takes nothing from a run with a lower one
     */
    Outcome execute(String strategyType, long portfolioId, UUID cycleId, long fence);

    /** Asks what a cycle would do now; nothing is traded or stored. */
    Outcome dryRun(String strategyType, long portfolioId, UUID cycleId);

    /** What became of it. */
    sealed interface Outcome {

        /**
         * It ended well, with or without trades.
         *
         * @param report as JSON; it is passed on to whoever waits, and not kept
         */
        record Done(CycleCounts counts, String report) implements Outcome {}

        /** It did not, or nobody can say. */
        record NotDone(CycleFailure why) implements Outcome {}
    }
}
