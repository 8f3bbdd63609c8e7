package dev.tradesuite.orchestrator.stop;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.risk.TradingState;
import java.util.List;

/** Sets trading states. */
public interface StopStates {

    /** Makes the state of what a stop is about as strict as this; one that is so already stays as it is. */
    Outcome restrict(TradingStop.Wish wish, TradingState state);

    /** What is halted of what a stop is about: its account, or whatever is. */
    StopAnswer<List<StopHalt>> halted(TradingStop.Wish wish);

    /**
     * Lets positions be closed of what is halted, and nothing else; unanswered when it is not the same halt any more.
     */
    Outcome giveWay(TradingStop.Wish wish, StopHalt halt);

    /** Halts what gave way again. */
    Outcome haltAgain(TradingStop.Wish wish, StopHalt halt);

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
