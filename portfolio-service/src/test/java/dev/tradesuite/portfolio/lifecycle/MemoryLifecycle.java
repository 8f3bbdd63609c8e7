package dev.tradesuite.portfolio.lifecycle;

import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.portfolio.PlainWork;
import dev.tradesuite.portfolio.registry.StrategyStore;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The lifecycle in memory, with the target portfolios and what risk-service is told and has told. */
public final class MemoryLifecycle implements LifecycleLog, TargetWeights, ToldTradingStates {

    /** Steps in their order. */
    public final List<LifecycleStep> steps = new ArrayList<>();

    /** What risk-service is to be told. */
    public final MemoryRestrictions restrictions = new MemoryRestrictions();

    /** Weights by account and strategy. */
    public final Map<String, Map<String, Double>> targets = new TreeMap<>();

    /** What is halted. */
    public final List<One> halts = new ArrayList<>();

    /** A service that keeps everything here. */
    public LifecycleService service(StrategyStore strategies, Clock clock) {
        return new LifecycleService(
                strategies,
                new EvidenceService(_ -> List.of(), _ -> Map.of()),
                new LifecycleService.Parts(this, new DefaultRules(), _ -> {}, new Consequences(restrictions, this)),
                new PlainWork(),
                clock);
    }

    /** Gives a strategy a weight in an account. */
    public void target(String account, String code, double weight) {
        targets.computeIfAbsent(account, _ -> new TreeMap<>()).put(code, weight);
    }

    @Override
    public void add(LifecycleStep step) {
        steps.add(step);
    }

    @Override
    public List<Numbered> steps(String code, Optional<Long> before, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<LifecycleState> suspendedFrom(String code) {
        return steps.reversed().stream()
                .filter(step -> step.move().code().equals(code) && step.move().to() == LifecycleState.SUSPENDED)
                .map(LifecycleStep::from)
                .findFirst();
    }

    @Override
    public Map<String, Double> of(String code) {
        Map<String, Double> held = new TreeMap<>();
        targets.forEach((account, weights) -> {
            double weight = weights.getOrDefault(code, 0.0);
            if (weight > 0) {
                held.put(account, weight);
            }
        });
        return held;
    }

    @Override
    public Set<String> accounts(String code) {
        return new TreeSet<>(of(code).keySet());
    }

    @Override
    public void change(String account, Map<String, Double> weights, Change change) {
        Objects.requireNonNull(targets.get(account)).putAll(weights);
    }

    @Override
    public boolean learn(One told) {
        return halts.add(told);
    }

    @Override
    public List<One> halted(String code, Collection<String> accounts) {
        return halts.stream()
                .filter(one -> one.id().equals(code) || accounts.contains(one.id()))
                .toList();
    }

    private static final class DefaultRules implements EvidenceRulesStore {

        @Override
        public Optional<EvidenceRules> find(String code) {
            return Optional.empty();
        }

        @Override
        public void save(String code, EvidenceRules rules, String person, Instant now) {
            throw new UnsupportedOperationException();
        }
    }
}
