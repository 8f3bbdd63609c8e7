package dev.tradesuite.portfolio.account.wire;

import dev.tradesuite.contracts.market.Direction;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Side;
import dev.tradesuite.portfolio.account.Account;
import dev.tradesuite.portfolio.account.EquityPoint;
import dev.tradesuite.portfolio.account.Reconciliation;
import dev.tradesuite.portfolio.account.Trade;
import dev.tradesuite.portfolio.position.Fill;
import dev.tradesuite.portfolio.position.Label;
import dev.tradesuite.portfolio.position.Position;
import java.util.List;

/** Writes accounts, positions and trades as the records of the contract. */
public final class AccountRecords {

    private AccountRecords() {}

    public static dev.tradesuite.contracts.portfolio.Account of(Account account) {
        return new dev.tradesuite.contracts.portfolio.Account(
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

    public static List<dev.tradesuite.contracts.portfolio.Position> positions(Account account) {
        return account.positions().stream()
                .map(position -> of(account.id(), position))
                .toList();
    }

    public static dev.tradesuite.contracts.portfolio.Trade of(Trade trade) {
        Fill fill = trade.fill();
        return new dev.tradesuite.contracts.portfolio.Trade(
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

    public static dev.tradesuite.contracts.portfolio.EquityPoint of(EquityPoint point) {
        return new dev.tradesuite.contracts.portfolio.EquityPoint(
                point.sequence(),
                point.at(),
                switch (point.cause()) {
                    case OPENED -> dev.tradesuite.contracts.portfolio.EquityPoint.Cause.OPENED;
                    case FILL -> dev.tradesuite.contracts.portfolio.EquityPoint.Cause.FILL;
                    case MARK -> dev.tradesuite.contracts.portfolio.EquityPoint.Cause.MARK;
                },
                label(point.label()),
                point.balance(),
                point.floatingPnl(),
                point.equity(),
                point.marginUsed(),
                point.equityAt());
    }

    public static dev.tradesuite.contracts.portfolio.Reconciliation of(Reconciliation books) {
        return new dev.tradesuite.contracts.portfolio.Reconciliation(
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
                        .map(line -> new dev.tradesuite.contracts.portfolio.Reconciliation.SymbolLots(
                                line.symbol(), line.tradedLots(), line.heldLots(), line.isBalanced()))
                        .toList());
    }

    private static dev.tradesuite.contracts.portfolio.Position of(String accountId, Position position) {
        return new dev.tradesuite.contracts.portfolio.Position(
                accountId,
                position.symbol(),
                switch (position.direction()) {
                    case LONG -> Direction.LONG;
                    case SHORT -> Direction.SHORT;
                },
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
