package dev.tradesuite.risk.limit.wire;

import dev.tradesuite.contracts.risk.RiskLimits;
import dev.tradesuite.contracts.risk.TradingStateInfo;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.risk.limit.Limits;
import dev.tradesuite.risk.limit.StateEntry;

/** Limits and trading states as records of the contracts, and back. */
public final class LimitContracts {

    private LimitContracts() {}

    /** The limits as others see them. */
    public static RiskLimits write(Limits limits) {
        return new RiskLimits(
                limits.dailyLossPercent(),
                limits.drawdownPercent(),
                limits.positionSizePercent(),
                limits.marginPercent(),
                limits.correlation(),
                limits.currencyExposurePercent());
    }

    /** The limits somebody sent. */
    public static Limits read(RiskLimits limits) {
        return new Limits(
                limits.dailyLossPercent(),
                limits.drawdownPercent(),
                limits.positionSizePercent(),
                limits.marginPercent(),
                limits.correlation(),
                limits.currencyExposurePercent());
    }

    /** The trading state as others see it. */
    public static TradingStateInfo write(StateEntry entry) {
        return new TradingStateInfo(
                TradingStateScope.valueOf(entry.subject().scope().name()),
                entry.subject().id(),
                dev.tradesuite.contracts.risk.TradingState.valueOf(entry.state().name()),
                entry.cause(),
                entry.changedBy(),
                entry.changedAt());
    }
}
