package dev.tradesuite.risk.check;

import dev.tradesuite.contracts.risk.RiskLevel;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.risk.account.AccountFigures;
import dev.tradesuite.risk.state.StateEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * An account beside its limits as it stands, without any new trade.
 *
 * @param account figures it was measured on
 * @param limits the six, in the order of {@link dev.tradesuite.contracts.risk.RiskLimitName}
 * @param exposures what is held in each currency, the widest first; empty also when it is not known
 * @param restrictions trading states of the account and of everything that restrict it today
 * @param evaluatedAt when
 */
public record StandingRisk(
        AccountFigures account,
        List<MeasuredLimit> limits,
        List<NetExposure> exposures,
        List<StateEntry> restrictions,
        Instant evaluatedAt) {

    public StandingRisk {
        limits = List.copyOf(limits);
        exposures = List.copyOf(exposures);
        restrictions = List.copyOf(restrictions);
    }

    /** The worst level of all limits. */
    public RiskLevel level() {
        return limits.stream()
                .map(MeasuredLimit::level)
                .max(Comparator.naturalOrder())
                .orElse(RiskLevel.SAFE);
    }

    /** The strictest state that applies. */
    public TradingState tradingState() {
        return restrictions.stream()
                .map(StateEntry::state)
                .max(Comparator.naturalOrder())
                .orElse(TradingState.ACTIVE);
    }
}
