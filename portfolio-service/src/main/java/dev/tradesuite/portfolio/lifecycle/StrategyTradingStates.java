package dev.tradesuite.portfolio.lifecycle;

import dev.tradesuite.contracts.risk.TradingState;
import java.util.Optional;

/** Trading states of strategies at risk-service. */
public interface StrategyTradingStates {

    /** A state that was set. */
    record Current(TradingState state, String cause, String changedBy) {}

    /** What risk-service answers. */
    sealed interface Answer {

        /** The state; empty when none was ever set, which is ACTIVE. */
        record Told(Optional<Current> current) implements Answer {}

        /** It does not answer, or refuses. */
        record NotTold(String why) implements Answer {}
    }

    /** The state of a strategy now. */
    Answer find(String code);

    /** Sets it; answered with what it is then. */
    Answer change(String code, TradingState state, String cause);
}
