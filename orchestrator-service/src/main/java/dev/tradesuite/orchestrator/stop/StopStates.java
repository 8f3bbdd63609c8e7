package dev.tradesuite.orchestrator.stop;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.risk.TradingState;

/** Sets trading states. */
public interface StopStates {

    /**
     * Sets the state of what a stop is about.
     *
     * @param loosen whether a stricter state gives way too
     */
    Outcome set(TradingStop.Wish wish, TradingState state, boolean loosen);

    /** What became of it. */
    sealed interface Outcome {

        /** It is set, or as strict already. */
        record Set() implements Outcome {}

        /** Nobody answered; whether it is set is not known. */
        record Unanswered(Reason why) implements Outcome {}

        /** It is refused, and would be again. */
        record Refused(Reason why) implements Outcome {}
    }
}
