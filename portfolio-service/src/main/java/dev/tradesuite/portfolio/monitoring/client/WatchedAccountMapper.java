package dev.tradesuite.portfolio.monitoring.client;

import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.portfolio.monitoring.WatchedAccount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Accounts of the books as the monitoring sees them. */
public final class WatchedAccountMapper {

    private WatchedAccountMapper() {}

    /** An account. */
    public static WatchedAccount account(Account told) {
        return new WatchedAccount(
                told.id(),
                told.currency(),
                told.label(),
                new WatchedAccount.Cash(told.initialBalance(), told.netCashFlow(), told.balance(), told.equity()),
                told.positions().stream()
                        .map(position -> new WatchedAccount.Position(
                                position.symbol(),
                                position.lots()
                                        .multiply(BigDecimal.valueOf(
                                                position.direction().sign())),
                                position.markPrice(),
                                position.markedAt(),
                                position.conversionRate()))
                        .toList(),
                holdings(told),
                told.sequence(),
                told.updatedAt());
    }

    /** None from books that do not tell of holdings yet; all is nobody's then. */
    private static List<WatchedAccount.Holding> holdings(Account told) {
        return Optional.ofNullable(told.holdings()).orElse(List.of()).stream()
                .filter(holding -> holding.lots().signum() != 0)
                .map(holding -> new WatchedAccount.Holding(holding.strategy(), holding.symbol(), holding.lots()))
                .toList();
    }
}
