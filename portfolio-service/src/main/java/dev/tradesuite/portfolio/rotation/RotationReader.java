package dev.tradesuite.portfolio.rotation;

import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.portfolio.lifecycle.LifecycleService;
import dev.tradesuite.portfolio.lifecycle.TargetWeights;
import dev.tradesuite.portfolio.lifecycle.ToldTradingStates;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.portfolio.registry.StrategyStore;
import dev.tradesuite.portfolio.returns.ReturnReader;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads what the rules need to know. */
final class RotationReader {

    private static final int PAGE = 500;
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    private final StrategyStore strategies;
    private final ReturnReader returns;
    private final LifecycleService lifecycle;
    private final TargetWeights weights;
    private final ToldTradingStates states;
    private final Clock clock;

    RotationReader(
            StrategyStore strategies,
            ReturnReader returns,
            LifecycleService lifecycle,
            TargetWeights weights,
            ToldTradingStates states,
            Clock clock) {
        this.strategies = strategies;
        this.returns = returns;
        this.lifecycle = lifecycle;
        this.weights = weights;
        this.states = states;
        this.clock = clock;
    }

    /** All on paper and with money, with all their returns and those of their benchmarks, in one question. */
    RotationPanel panel() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<RegisteredStrategy> looked = traded();
        Set<String> codes = new TreeSet<>();
        looked.forEach(strategy -> {
            codes.add(strategy.code());
            strategy.benchmark().ifPresent(codes::add);
        });
        return RotationPanel.of(
                today,
                looked,
                codes.isEmpty()
                        ? List.of()
                        : returns.read(new ReturnReader.Wanted(codes, FIRST, today, Optional.empty())));
    }

    RotationJudge.Case of(RegisteredStrategy strategy, RotationLimits limits) {
        return new RotationJudge.Case(
                strategy,
                limits,
                lifecycle.rules(strategy.code()),
                weights.of(strategy.code()),
                states.halted(strategy.code(), accounts(strategy)));
    }

    /** Accounts whose books a strategy trades in. */
    Set<String> accounts(RegisteredStrategy strategy) {
        Set<String> accounts = new HashSet<>(weights.accounts(strategy.code()));
        switch (strategy.source()) {
            case StrategySource.AccountBooks(String id) -> accounts.add(id);
            case StrategySource.PortfolioBooks(long id) -> accounts.add("portfolio-" + id);
            case StrategySource.ModelAccount _, StrategySource.HeldInstrument _, StrategySource.Imported _ -> {
                // No books but those its capital is in.
            }
        }
        return accounts;
    }

    static boolean isTraded(RegisteredStrategy strategy) {
        return strategy.state() == LifecycleState.PAPER || strategy.state() == LifecycleState.LIVE;
    }

    private List<RegisteredStrategy> traded() {
        List<RegisteredStrategy> all = new ArrayList<>();
        List<RegisteredStrategy> page = strategies.list("", PAGE);
        while (!page.isEmpty()) {
            page.stream().filter(RotationReader::isTraded).forEach(all::add);
            page = page.size() < PAGE
                    ? List.of()
                    : strategies.list(page.getLast().code(), PAGE);
        }
        return all;
    }
}
