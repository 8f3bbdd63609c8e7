package dev.tradesuite.portfolio.allocation;

import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.StrategySource;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the portfolios of prediction markets to the account whose strategies they are. A portfolio that another
 * account has capital in, that has ended, or that is kept in another currency, is not counted.
 */
public final class AccountWorths {

    private final PortfolioCash portfolios;
    private final Allocations allocations;

    public AccountWorths(PortfolioCash portfolios, Allocations allocations) {
        this.portfolios = portfolios;
        this.allocations = allocations;
    }

    /** The account with the portfolios among these strategies. */
    public AccountWorth of(HeldAccount account, Collection<RegisteredStrategy> strategies) {
        Map<String, HeldPortfolio> counted = new TreeMap<>();
        for (RegisteredStrategy strategy : strategies) {
            if (strategy.source() instanceof StrategySource.PortfolioBooks(long id)
                    && !isOfAnother(account, strategy)) {
                portfolios
                        .find(id)
                        .filter(found -> !found.archived() && found.currency().equals(account.currency()))
                        .ifPresent(found -> counted.put(strategy.code(), found));
            }
        }
        return new AccountWorth(account, counted);
    }

    private boolean isOfAnother(HeldAccount account, RegisteredStrategy strategy) {
        return allocations.ofStrategy(strategy.code()).stream()
                .anyMatch(one -> !one.account().equals(account.id()) && one.weight() > 0);
    }
}
