package dev.tradesuite.ledger.account.web;

import dev.tradesuite.accounting.account.Account;
import dev.tradesuite.accounting.account.Fill;
import dev.tradesuite.accounting.account.Position;
import dev.tradesuite.accounting.account.ProtectedPosition;
import dev.tradesuite.accounting.account.ProtectiveOrder;
import dev.tradesuite.accounting.account.StrategyHolding;
import dev.tradesuite.accounting.account.Trade;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.ledger.account.BookedCashFlow;
import dev.tradesuite.ledger.account.EquityPoint;
import dev.tradesuite.ledger.account.Reconciliation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes accounts, positions and trades as the records of the contract. */
public final class AccountMapper {

    private AccountMapper() {}

    public static dev.tradesuite.contracts.ledger.Account of(Account account) {
        return new dev.tradesuite.contracts.ledger.Account(
                account.id(),
                account.opening().name(),
                account.currency(),
                account.label(),
                account.status(),
                account.opening().initialBalance(),
                account.cash().netCashFlow(),
                account.balance(),
                account.floatingPnl(),
                account.equity(),
                account.marginUsed(),
                account.cash().realisedPnl(),
                account.cash().commissionPaid(),
                positions(account),
                holdings(account).stream()
                        .filter(holding -> holding.lots().signum() != 0)
                        .toList(),
                account.sequence(),
                account.equityAt(),
                account.updatedAt());
    }

    public static List<dev.tradesuite.contracts.ledger.Position> positions(Account account) {
        return account.protectedPositions().stream()
                .map(position -> of(account.id(), position))
                .toList();
    }

    /** Who holds what, closed holdings too. */
    public static List<dev.tradesuite.contracts.ledger.StrategyHolding> holdings(Account account) {
        return account.holdings().stream().map(holding -> of(account, holding)).toList();
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
                fill.order().strategy(),
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
                point.netCashFlow(),
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
                books.cashFlow(),
                books.expectedBalance(),
                books.balance(),
                books.difference(),
                books.atBroker(),
                books.lines().stream()
                        .map(line -> new dev.tradesuite.contracts.ledger.Reconciliation.SymbolLots(
                                line.symbol(),
                                line.tradedLots(),
                                line.heldLots(),
                                line.brokerLots(),
                                line.isBalanced()))
                        .toList());
    }

    public static dev.tradesuite.contracts.ledger.CashFlow of(BookedCashFlow booked) {
        return new dev.tradesuite.contracts.ledger.CashFlow(
                booked.id(),
                booked.accountId(),
                booked.flow().kind(),
                booked.strategy(),
                booked.flow().amount(),
                booked.flow().cashChange(),
                booked.reason(),
                booked.balanceAfter(),
                booked.netCashFlowAfter(),
                booked.person(),
                booked.bookedAt());
    }

    private static dev.tradesuite.contracts.ledger.Position of(String accountId, ProtectedPosition guarded) {
        Position position = guarded.position();
        return new dev.tradesuite.contracts.ledger.Position(
                accountId,
                position.symbol(),
                position.direction(),
                position.lots().value(),
                position.averagePrice(),
                guarded.stopLossPrice().orElse(null),
                guarded.takeProfitPrice().orElse(null),
                guarded.unprotectedLots().value(),
                guarded.lossAtStop().orElse(null),
                Stream.concat(guarded.stops().stream(), guarded.targets().stream())
                        .map(AccountMapper::of)
                        .toList(),
                position.mark().price(),
                position.mark().source(),
                position.mark().at(),
                Amounts.stripped(position.rate().value()),
                position.floatingPnl(),
                position.margin(),
                position.leverage().isStated() ? position.leverage().value() : null,
                position.openedAt());
    }

    private static dev.tradesuite.contracts.ledger.StrategyHolding of(Account account, StrategyHolding holding) {
        Optional<Position> position = account.position(holding.symbol());
        return new dev.tradesuite.contracts.ledger.StrategyHolding(
                account.id(),
                holding.strategy(),
                holding.symbol(),
                Amounts.stripped(holding.lots()),
                holding.averagePrice().orElse(null),
                position.map(holding::valueAt).orElse(null),
                holding.realisedPnl(),
                position.map(holding::floatingPnl).orElse(null),
                position.map(open -> open.mark().price()).orElse(null),
                position.map(open -> open.mark().at()).orElse(null));
    }

    private static dev.tradesuite.contracts.orchestrator.ProtectiveOrder of(ProtectiveOrder order) {
        Pips trailing = order.trailingStop();
        return new dev.tradesuite.contracts.orchestrator.ProtectiveOrder(
                order.orderId(),
                order.side(),
                order.type(),
                order.lots().value(),
                order.limitPrice(),
                order.stopPrice(),
                trailing == null ? null : trailing.value());
    }
}
