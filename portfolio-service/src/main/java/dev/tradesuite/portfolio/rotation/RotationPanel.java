package dev.tradesuite.portfolio.rotation;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.returns.DailyReturn;
import dev.tradesuite.portfolio.returns.StrategyReturns;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Strategies on paper and with money, and all their returns, as they were read at one time. Immutable.
 *
 * @param today UTC
 * @param equalWeights returns of equal weights of all that have a state, oldest first
 */
public record RotationPanel(
        LocalDate today,
        Map<String, RegisteredStrategy> strategies,
        Map<String, List<StrategyReturns>> returns,
        Map<LifecycleState, List<DailyReturn>> equalWeights) {

    public RotationPanel {
        strategies = Map.copyOf(new TreeMap<>(strategies));
        returns = Map.copyOf(returns);
        equalWeights = Map.copyOf(equalWeights);
    }

    static RotationPanel of(LocalDate today, List<RegisteredStrategy> strategies, List<StrategyReturns> returns) {
        Map<String, RegisteredStrategy> byCode = new LinkedHashMap<>();
        strategies.forEach(strategy -> byCode.put(strategy.code(), strategy));
        Map<String, List<StrategyReturns>> ofCode = new LinkedHashMap<>();
        returns.forEach(one ->
                ofCode.computeIfAbsent(one.code(), _ -> new ArrayList<>()).add(one));
        RotationPanel read = new RotationPanel(today, byCode, ofCode, Map.of());
        Map<LifecycleState, List<List<DailyReturn>>> peers = new EnumMap<>(LifecycleState.class);
        read.strategies().values().forEach(strategy -> peers.computeIfAbsent(strategy.state(), _ -> new ArrayList<>())
                .add(read.days(strategy.code(), label(strategy))));
        Map<LifecycleState, List<DailyReturn>> equal = new EnumMap<>(LifecycleState.class);
        peers.forEach((state, days) -> equal.put(state, BenchmarkReturns.equalWeights(days)));
        return new RotationPanel(today, byCode, ofCode, equal);
    }

    /** The label by which a strategy is judged: what it is traded with. */
    static RunLabel label(RegisteredStrategy strategy) {
        return strategy.state() == LifecycleState.LIVE ? RunLabel.LIVE : RunLabel.PAPER;
    }

    /** Returns of a strategy, of all labels. */
    List<StrategyReturns> of(String code) {
        return returns.getOrDefault(code, List.of());
    }

    /** Returns of a strategy under one label, by day. */
    List<DailyReturn> days(String code, RunLabel label) {
        return of(code).stream()
                .filter(one -> one.label() == label)
                .findFirst()
                .map(StrategyReturns::days)
                .orElse(List.of());
    }

    /** Strategies that have the same state as this one, it included, by code. */
    List<RegisteredStrategy> peers(RegisteredStrategy strategy) {
        return strategies.values().stream()
                .filter(one -> one.state() == strategy.state())
                .sorted((one, other) -> one.code().compareTo(other.code()))
                .toList();
    }
}
