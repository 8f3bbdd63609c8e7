package dev.tradesuite.portfolio.allocation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Capital in memory. */
public final class MemoryAllocations implements Allocations {

    private final Map<String, StrategyAllocation> all = new TreeMap<>();

    @Override
    public List<StrategyAllocation> ofAccount(String account) {
        return all.values().stream()
                .filter(one -> one.account().equals(account))
                .toList();
    }

    @Override
    public List<StrategyAllocation> ofStrategy(String code) {
        return all.values().stream().filter(one -> one.strategy().equals(code)).toList();
    }

    @Override
    public Optional<StrategyAllocation> find(String account, String code) {
        return Optional.ofNullable(all.get(account + " " + code));
    }

    @Override
    public boolean put(StrategyAllocation allocation) {
        String key = allocation.account() + " " + allocation.strategy();
        StrategyAllocation before = all.get(key);
        if (before != null && before.version() > allocation.version()) {
            return false;
        }
        all.put(key, allocation);
        return true;
    }
}
