package dev.tradesuite.portfolio.allocation.client;

import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.ledger.Position;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.portfolio.allocation.AccountHoldings;
import dev.tradesuite.portfolio.allocation.HeldAccount;
import dev.tradesuite.portfolio.allocation.HeldShare;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.problem.ProblemException;
import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Accounts as ledger-service has them. */
@Component
final class AccountHoldingsClient implements AccountHoldings {

    private static final int NOT_FOUND = 404;

    private final AccountBooksApi ledger;
    private final InstrumentCatalog catalog;

    AccountHoldingsClient(AccountBooksApi ledger, InstrumentCatalog catalog) {
        this.ledger = ledger;
        this.catalog = catalog;
    }

    @Override
    public Optional<HeldAccount> find(String id) {
        try {
            return Optional.of(held(ledger.account(id)));
        } catch (RemoteProblemException e) {
            if (e.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private HeldAccount held(Account account) {
        return new HeldAccount(
                account.id(),
                account.currency(),
                new HeldAccount.Money(
                        account.equity(),
                        account.balance(),
                        account.marginUsed(),
                        account.realisedPnl(),
                        account.netCashFlow(),
                        account.commissionPaid()),
                account.positions().stream().map(this::unassigned).toList(),
                account.equityAt());
    }

    private HeldShare unassigned(Position position) {
        BigDecimal sign = BigDecimal.valueOf(position.direction().sign());
        BigDecimal inQuote = instrument(position.symbol()).notional(new Lots(position.lots()), position.markPrice());
        return new HeldShare(
                HeldShare.UNASSIGNED,
                position.symbol(),
                position.lots().multiply(sign),
                Amounts.even(inQuote.multiply(position.conversionRate()).multiply(sign)),
                BigDecimal.ZERO,
                position.floatingPnl(),
                position.markedAt());
    }

    private Instrument instrument(String symbol) {
        return catalog.find(symbol)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_COMPUTABLE,
                        "The books hold %s, which the catalogue does not know".formatted(symbol)));
    }
}
