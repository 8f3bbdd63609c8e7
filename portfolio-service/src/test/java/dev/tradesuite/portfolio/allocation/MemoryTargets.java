package dev.tradesuite.portfolio.allocation;

import dev.tradesuite.contracts.portfolio.TargetOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Targets in memory. */
public final class MemoryTargets implements TargetPortfolioStore {

    private final List<AllocationTarget> all = new ArrayList<>();

    /** Runs before the next version is added, once: somebody else who is quicker. */
    private Runnable before = () -> {};

    public void beforeNextAdd(Runnable other) {
        before = other;
    }

    @Override
    public Optional<AllocationTarget> newest(String account) {
        return all.stream().filter(one -> one.account().equals(account)).reduce((_, newer) -> newer);
    }

    @Override
    public Optional<AllocationTarget> find(String account, long version) {
        return all.stream()
                .filter(one -> one.account().equals(account) && one.version() == version)
                .findFirst();
    }

    @Override
    public Optional<AllocationTarget> newestByRule(String account, long after) {
        return all.stream()
                .filter(one -> one.account().equals(account) && one.version() > after)
                .filter(one -> one.cause().origin() == TargetOrigin.ROTATION
                        || one.cause().origin() == TargetOrigin.LIFECYCLE)
                .reduce((_, newer) -> newer);
    }

    @Override
    public List<String> accountsHolding(String code) {
        return all.stream()
                .map(AllocationTarget::account)
                .distinct()
                .filter(account -> newest(account).orElseThrow().weight(code) > 0)
                .toList();
    }

    @Override
    public boolean add(AllocationTarget target) {
        Runnable other = before;
        before = () -> {};
        other.run();
        return find(target.account(), target.version()).isEmpty() && all.add(target);
    }
}
