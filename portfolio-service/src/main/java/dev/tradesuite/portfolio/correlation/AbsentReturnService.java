package dev.tradesuite.portfolio.correlation;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.CorrelationReason;
import dev.tradesuite.contracts.portfolio.CorrelationWindow;
import dev.tradesuite.portfolio.registry.StrategySource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Says why strategies have no return in a window. */
public final class AbsentReturnService {

    private final CorrelatedStrategies strategies;

    AbsentReturnService(CorrelatedStrategies strategies) {
        this.strategies = strategies;
    }

    /** Why, by code. */
    public SortedMap<String, Reason> of(CorrelationWindow window, Collection<String> codes) {
        SortedMap<String, Reason> reasons = new TreeMap<>();
        if (!codes.isEmpty()) {
            Map<String, String> sources = new HashMap<>();
            strategies.all().forEach(one -> sources.put(one.code(), one.source()));
            codes.forEach(code -> {
                CorrelationReason why = why(window, sources.getOrDefault(code, ""));
                reasons.put(code, Reason.of(why, why.sentence()));
            });
        }
        return reasons;
    }

    private static CorrelationReason why(CorrelationWindow window, String source) {
        return window == CorrelationWindow.HOURS_OF_10_DAYS
                ? StrategySource.parse(source).map(AbsentReturnService::ofHours).orElse(CorrelationReason.NO_RETURNS)
                : CorrelationReason.NO_RETURNS;
    }

    private static CorrelationReason ofHours(StrategySource source) {
        return switch (source) {
            case StrategySource.PortfolioBooks _ -> CorrelationReason.HOURS_OF_PORTFOLIO_UNKNOWN;
            case StrategySource.Imported _ -> CorrelationReason.HOURS_NOT_IMPORTED;
            case StrategySource.AccountBooks _, StrategySource.ModelAccount _, StrategySource.HeldInstrument _ ->
                CorrelationReason.NO_RETURNS;
        };
    }
}
