package dev.tradesuite.portfolio.allocation;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What the strategies of an account have to divide: the equity of the account, and what the portfolios of prediction
 * markets are worth that are strategies of it.
 *
 * @param portfolios by the code of their strategy; those that cannot be counted are left out
 */
public record AccountWorth(HeldAccount account, Map<String, HeldPortfolio> portfolios) {

    public AccountWorth {
        portfolios = Map.copyOf(portfolios);
    }

    public Optional<HeldPortfolio> portfolio(String code) {
        return Optional.ofNullable(portfolios.get(code));
    }

    /** Equity, and the value of the portfolios. */
    public BigDecimal value() {
        return portfolios.values().stream()
                .map(HeldPortfolio::value)
                .reduce(account.cash().equity(), BigDecimal::add);
    }
}
