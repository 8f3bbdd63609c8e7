package dev.tradesuite.risk.state.web;

import dev.tradesuite.contracts.risk.TradingStateInfo;
import dev.tradesuite.risk.state.StateEntry;

/** Trading states as records of the contracts. */
public final class TradingStateMapper {

    private TradingStateMapper() {}

    /** The trading state as others see it. */
    public static TradingStateInfo info(StateEntry entry) {
        return new TradingStateInfo(
                entry.subject().scope(),
                entry.subject().id(),
                entry.state(),
                entry.cause(),
                entry.changedBy(),
                entry.changedAt());
    }
}
