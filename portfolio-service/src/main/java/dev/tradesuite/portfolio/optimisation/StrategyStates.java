package dev.tradesuite.portfolio.optimisation;

import dev.tradesuite.contracts.portfolio.LifecycleState;
import java.util.Collection;
import java.util.Map;

/** Tells the caller how far strategies have come. */
public interface StrategyStates {

    /** States by code; a code that is not registered, or that the caller may not see, is absent. */
    Map<String, LifecycleState> of(Collection<String> codes);
}
