package dev.tradesuite.ledger.account.web;

import dev.tradesuite.accounting.account.Account;
import dev.tradesuite.accounting.account.Fill;
import dev.tradesuite.accounting.account.Position;
import dev.tradesuite.accounting.account.Trade;
import dev.tradesuite.ledger.account.EquityPoint;
import dev.tradesuite.ledger.account.Reconciliation;
import java.util.List;

/** Writes accounts, positions and trades as the records of the contract. */
public final class AccountMapper {

    private AccountMapper() {}

    public static dev.tradesuite.contracts.ledger.Account of(Account account) {
        return new dev.tradesuite.contracts.ledger.Account(
                account.id(),
                account.opening().name(),
                account.currency(),
                account.label(),
                account.opening().initialBalance(),
                account.balance(),
                account.floatingPnl(),
                account.equity(),
                account.marginUsed(),
                account.realisedPnl(),
                account.commissionPaid(),
                positions(account),
                account.sequence(),
                account.equityAt(),
                account.updatedAt());
    }

    public static List<dev.tradesuite.contracts.ledger.Position> positions(Account account) {
        return account.positions().stream()
                .map(position -> of(account.id(), position))
                .toList();
    }

    public static dev.tradesuite.contracts.ledger.Trade of(Trade trade) {
        Fill fill = trade.fill();
        return new dev.tradesuite.contracts.ledger.Trade(
                fill.id(),
                fill.order().orderId(),
                fill.accountId(),
                fill.instrument().symbol(),
                fill.side(),
                fill.lots().value(),
                fill.price(),
                trade.openedLots().value(),
                trade.closedLots().value(),
                trade.realisedPnl().orElse(null),
                fill.terms().commission(),
                fill.label(),
                fill.filledAt());
    }

    public static dev.tradesuite.contracts.ledger.EquityPoint of(EquityPoint point) {
        return new dev.tradesuite.contracts.ledger.EquityPoint(
                point.sequence(),
                point.at(),
                point.cause(),
                point.label(),
                point.balance(),
                point.floatingPnl(),
                point.equity(),
                point.marginUsed(),
                point.equityAt());
    }

    public static dev.tradesuite.contracts.ledger.Reconciliation of(Reconciliation books) {
        return new dev.tradesuite.contracts.ledger.Reconciliation(
                books.accountId(),
                books.currency(),
                books.isBalanced(),
                books.trades(),
                books.initialBalance(),
                books.tradedPnl(),
                books.tradedCommission(),
                books.expectedBalance(),
                books.balance(),
                books.difference(),
                books.lines().stream()
                        .map(line -> new dev.tradesuite.contracts.ledger.Reconciliation.SymbolLots(
                                line.symbol(), line.tradedLots(), line.heldLots(), line.isBalanced()))
                        .toList());
    }

    private static dev.tradesuite.contracts.ledger.Position of(String accountId, Position position) {
        return new dev.tradesuite.contracts.ledger.Position(
                accountId,
                position.symbol(),
                position.direction(),
                position.lots().value(),
                position.averagePrice(),
                position.stopLossPrice(),
                position.mark().price(),
                position.mark().at(),
                position.floatingPnl(),
                position.marginUsed(),
                position.leverage().isStated() ? position.leverage().value() : null,
                position.openedAt());
    }
}
