package dev.tradesuite.portfolio.allocation;

import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.contracts.portfolio.TargetOrigin;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.portfolio.registry.StrategyStore;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Makes weights the target of an account. Nothing is traded by that: a rebalancing does. */
public final class TargetPortfolioService implements TargetPortfolios {

    /** More who change the target of one account at the same moment than there can be. */
    private static final int ATTEMPTS = 100;

    private final TargetPortfolioStore targets;
    private final StrategyStore strategies;
    private final UnitOfWork work;
    private final Clock clock;

    TargetPortfolioService(TargetPortfolioStore targets, StrategyStore strategies, UnitOfWork work, Clock clock) {
        this.targets = targets;
        this.strategies = strategies;
        this.work = work;
        this.clock = clock;
    }

    /**
     * A target somebody wants.
     *
     * @param weights by code, each 0 to 1
     * @param answer of the optimiser they come from; empty when somebody states them
     * @param version of the target the change was made from, 0 for none; empty: whatever it is
     * @param visible which sources whoever wants it may see
     */
    public record Wish(
            String account,
            Map<String, Double> weights,
            Optional<UUID> answer,
            Optional<Long> version,
            Predicate<StrategySource> visible,
            String person,
            String reason) {

        public Wish {
            weights = Map.copyOf(weights);
        }
    }

    /** What became of a wish. */
    public sealed interface Outcome {

        /** It is the target now. */
        record Constructed(AllocationTarget target) implements Outcome {}

        /** There are no such strategies. */
        record UnknownStrategies(List<String> codes) implements Outcome {}

        /** Strategies that get no capital in their state. */
        record WithoutCapital(LifecycleState state, List<String> codes) implements Outcome {}

        /** Weights outside of 0 to 1. */
        record OutOfRange(SortedMap<String, Double> weights) implements Outcome {}

        /** The weights come to more than there is. */
        record TooMuch(double sum) implements Outcome {}

        /** Somebody else has changed the target since. */
        record OtherVersion(long version) implements Outcome {}
    }

    /**
     * Makes weights the target, as its next version.
     *
     * @param done hears of it in the same transaction
     */
    public Outcome construct(Wish wish, Consumer<AllocationTarget> done) {
        return work.durable(() -> refused(wish).orElseGet(() -> constructed(wish, done)));
    }

    @Override
    public Optional<AllocationTarget> newest(String account) {
        return targets.newest(account);
    }

    @Override
    public Optional<AllocationTarget> changedByRule(String account, long after) {
        return targets.newestByRule(account, after);
    }

    /** One version of a target; empty when there is none. */
    public Optional<AllocationTarget> find(String account, long version) {
        return targets.find(account, version);
    }

    @Override
    public Optional<AllocationTarget> reweigh(Reweighing change) {
        return work.durable(() -> {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Optional<AllocationTarget> before = targets.newest(change.account());
                if (before.isEmpty() || before.get().weight(change.code()) == change.weight()) {
                    return before;
                }
                AllocationTarget after = reweighed(before.get(), change);
                if (targets.add(after)) {
                    return Optional.of(after);
                }
            }
            throw new IllegalStateException("the target of %s changes all the time".formatted(change.account()));
        });
    }

    @Override
    public void withdraw(String code, TargetOrigin origin, String person, String reason) {
        work.durable(() -> targets.accountsHolding(code)
                .forEach(account -> reweigh(new Reweighing(account, code, 0, origin, person, reason))));
    }

    private AllocationTarget reweighed(AllocationTarget before, Reweighing change) {
        SortedMap<String, Double> weights = new TreeMap<>(before.weights());
        weights.put(change.code(), change.weight());
        double sum = AllocationTarget.sum(weights);
        // Taking weight away is never refused.
        if (sum > 1 + AllocationTarget.ROUNDING && change.weight() > before.weight(change.code())) {
            throw new IllegalArgumentException("weights come to %s, more than 1".formatted(sum));
        }
        return new AllocationTarget(
                change.account(),
                before.version() + 1,
                weights,
                new AllocationTarget.Cause(change.origin(), Optional.empty(), change.person(), change.reason(), now()));
    }

    private Outcome constructed(Wish wish, Consumer<AllocationTarget> done) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long version = targets.newest(wish.account())
                    .map(AllocationTarget::version)
                    .orElse(0L);
            if (wish.version().filter(from -> from != version).isPresent()) {
                return new Outcome.OtherVersion(version);
            }
            AllocationTarget target = new AllocationTarget(
                    wish.account(),
                    version + 1,
                    new TreeMap<>(wish.weights()),
                    new AllocationTarget.Cause(
                            wish.answer().isPresent() ? TargetOrigin.OPTIMUM : TargetOrigin.PERSON,
                            wish.answer(),
                            wish.person(),
                            wish.reason(),
                            now()));
            if (targets.add(target)) {
                done.accept(target);
                return new Outcome.Constructed(target);
            }
        }
        throw new IllegalStateException("the target of %s changes all the time".formatted(wish.account()));
    }

    private Optional<Outcome> refused(Wish wish) {
        SortedMap<String, Double> outside = new TreeMap<>(wish.weights());
        outside.values().removeIf(weight -> weight >= 0 && weight <= 1 + AllocationTarget.ROUNDING);
        if (!outside.isEmpty()) {
            return Optional.of(new Outcome.OutOfRange(outside));
        }
        double sum = AllocationTarget.sum(wish.weights());
        return sum > 1 + AllocationTarget.ROUNDING ? Optional.of(new Outcome.TooMuch(sum)) : unusable(wish);
    }

    private Optional<Outcome> unusable(Wish wish) {
        List<String> unknown = new ArrayList<>();
        List<String> suspended = new ArrayList<>();
        List<String> retired = new ArrayList<>();
        for (Map.Entry<String, Double> one : new TreeMap<>(wish.weights()).entrySet()) {
            Optional<LifecycleState> state = strategies
                    // Nobody suspends or retires it before the target is stored.
                    .lock(one.getKey())
                    .filter(strategy -> wish.visible().test(strategy.source()))
                    .map(RegisteredStrategy::state);
            if (state.isEmpty()) {
                unknown.add(one.getKey());
            } else if (one.getValue() > 0 && state.get() == LifecycleState.SUSPENDED) {
                suspended.add(one.getKey());
            } else if (one.getValue() > 0 && state.get() == LifecycleState.RETIRED) {
                retired.add(one.getKey());
            }
        }
        if (!unknown.isEmpty()) {
            return Optional.of(new Outcome.UnknownStrategies(unknown));
        }
        if (!retired.isEmpty()) {
            return Optional.of(new Outcome.WithoutCapital(LifecycleState.RETIRED, retired));
        }
        return suspended.isEmpty()
                ? Optional.empty()
                : Optional.of(new Outcome.WithoutCapital(LifecycleState.SUSPENDED, suspended));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
