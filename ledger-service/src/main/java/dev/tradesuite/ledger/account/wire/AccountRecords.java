package dev.tradesuite.ledger.account.wire;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.ledger.account.Account;
import dev.tradesuite.ledger.account.EquityPoint;
import dev.tradesuite.ledger.account.Reconciliation;
import dev.tradesuite.ledger.account.Trade;
import dev.tradesuite.ledger.position.Fill;
import dev.tradesuite.ledger.position.Label;
import dev.tradesuite.ledger.position.Position;
import java.util.List;

/** Writes accounts, positions and trades as the records of the contract. */
public final class AccountRecords {

    private AccountRecords() {}

    public static dev.tradesuite.contracts.ledger.Account of(Account account) {
        return new dev.tradesuite.contracts.ledger.Account(
                account.id(),
                account.name(),
                account.currency(),
                label(account.label()),
                account.initialBalance(),
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
                switch (fill.side()) {
                    case BUY -> Side.BUY;
                    case SELL -> Side.SELL;
                },
                fill.lots().value(),
                fill.price(),
                trade.openedLots().value(),
                trade.closedLots().value(),
                trade.realisedPnl().orElse(null),
                fill.commission(),
                label(fill.label()),
                fill.filledAt());
    }

    public static dev.tradesuite.contracts.ledger.EquityPoint of(EquityPoint point) {
        return new dev.tradesuite.contracts.ledger.EquityPoint(
                point.sequence(),
                point.at(),
                switch (point.cause()) {
                    case OPENED -> dev.tradesuite.contracts.ledger.EquityPoint.Cause.OPENED;
                    case FILL -> dev.tradesuite.contracts.ledger.EquityPoint.Cause.FILL;
                    case MARK -> dev.tradesuite.contracts.ledger.EquityPoint.Cause.MARK;
                },
                label(point.label()),
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

    private static RunLabel label(Label label) {
        return switch (label) {
            case PAPER -> RunLabel.PAPER;
            case LIVE -> RunLabel.LIVE;
        };
    }
}
