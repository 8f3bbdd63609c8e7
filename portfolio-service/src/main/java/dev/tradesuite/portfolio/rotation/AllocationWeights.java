package dev.tradesuite.portfolio.rotation;

import dev.tradesuite.contracts.portfolio.TargetOrigin;
import dev.tradesuite.portfolio.allocation.Allocations;
import dev.tradesuite.portfolio.allocation.StrategyAllocation;
import dev.tradesuite.portfolio.allocation.TargetPortfolioStore;
import dev.tradesuite.portfolio.allocation.TargetPortfolios;
import dev.tradesuite.portfolio.lifecycle.TargetWeights;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The target portfolios of accounts. */
final class AllocationWeights implements TargetWeights {

    private final TargetPortfolios targets;
    private final TargetPortfolioStore store;
    private final Allocations allocations;

    AllocationWeights(TargetPortfolios targets, TargetPortfolioStore store, Allocations allocations) {
        this.targets = targets;
        this.store = store;
        this.allocations = allocations;
    }

    @Override
    public Map<String, Double> of(String code) {
        Map<String, Double> held = new TreeMap<>();
        store.accountsHolding(code).forEach(account -> targets.newest(account)
                .map(target -> target.weight(code))
                .filter(weight -> weight > 0)
                .ifPresent(weight -> held.put(account, weight)));
        return held;
    }

    @Override
    public Set<String> accounts(String code) {
        Set<String> accounts = new HashSet<>(store.accountsHolding(code));
        allocations.ofStrategy(code).stream()
                .filter(one -> one.capital().signum() > 0)
                .map(StrategyAllocation::account)
                .forEach(accounts::add);
        return accounts;
    }

    /** The smallest first, so that what one strategy gets is taken from another before. */
    @Override
    public void change(String account, Map<String, Double> weights, Change change) {
        TargetOrigin origin =
                switch (change.cause()) {
                    case LIFECYCLE -> TargetOrigin.LIFECYCLE;
                    case ROTATION -> TargetOrigin.ROTATION;
                };
        weights.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(weight -> targets.reweigh(new TargetPortfolios.Reweighing(
                        account, weight.getKey(), weight.getValue(), origin, change.person(), change.reason())));
    }
}
