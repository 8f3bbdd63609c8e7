package dev.tradesuite.portfolio.lifecycle;

import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.contracts.risk.TradingStateScope;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Trading states of accounts and strategies, as risk-service told them last. */
public interface ToldTradingStates {

    /**
     * A state.
     *
     * @param scope ACCOUNT or STRATEGY
     * @param id of the account, or code of the strategy
     */
    record One(
            TradingStateScope scope,
            String id,
            TradingState state,
            String cause,
            String changedBy,
            Instant changedAt) {}

    /** Keeps a state, unless a newer one is known; tells whether it was news. In the transaction under way. */
    boolean learn(One told);

    /** Those of the strategy and the accounts that are HALTED. */
    List<One> halted(String code, Collection<String> accounts);
}
