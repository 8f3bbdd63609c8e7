package dev.tradesuite.ledger.prediction.wire;

import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.ledger.MarketPosition;
import dev.tradesuite.contracts.ledger.MarketTrade;
import dev.tradesuite.contracts.ledger.PortfolioChange;
import dev.tradesuite.contracts.ledger.PortfolioOrder;
import dev.tradesuite.contracts.ledger.PortfolioSnapshot;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.ledger.prediction.Change;
import dev.tradesuite.ledger.prediction.PaperOrder;
import dev.tradesuite.ledger.prediction.Portfolio;
import dev.tradesuite.ledger.prediction.Position;
import dev.tradesuite.ledger.prediction.Snapshot;
import dev.tradesuite.ledger.prediction.Trade;
import java.math.BigDecimal;
import java.util.List;

/** Writes portfolios and what belongs to them as the records of the contract. */
public final class PortfolioRecords {

    private static final String CURRENCY = "USD";

    private PortfolioRecords() {}

    public static dev.tradesuite.contracts.ledger.Portfolio of(Portfolio portfolio) {
        return new dev.tradesuite.contracts.ledger.Portfolio(
                portfolio.id(),
                portfolio.setup().name(),
                portfolio.strategyType(),
                portfolio.status(),
                portfolio.funds().initialBalance(),
                portfolio.funds().cash(),
                portfolio.positionsValue(),
                portfolio.value(),
                portfolio.funds().realisedPnl(),
                portfolio.floatingPnl(),
                portfolio.positions().size(),
                portfolio.oldestMarkAt().orElse(null),
                portfolio.setup().strategyConfig(),
                portfolio.setup().configChecked(),
                portfolio.setup().schedule(),
                portfolio.riskAccountId(),
                portfolio.sequence(),
                portfolio.createdAt(),
                portfolio.updatedAt());
    }

    /**
     * The portfolio as an account: its positions are paid in full, so the margin they use is what they cost. They are
     * no instruments and not listed.
     */
    public static Account account(Portfolio portfolio) {
        return new Account(
                portfolio.riskAccountId(),
                portfolio.setup().name(),
                CURRENCY,
                RunLabel.PAPER,
                portfolio.funds().initialBalance(),
                portfolio.funds().cash(),
                portfolio.floatingPnl(),
                portfolio.value(),
                portfolio.invested(),
                portfolio.funds().realisedPnl(),
                Amounts.even(BigDecimal.ZERO),
                List.of(),
                portfolio.sequence(),
                portfolio.heardOfAt(),
                portfolio.updatedAt());
    }

    public static List<MarketPosition> positions(Portfolio portfolio) {
        return portfolio.positions().stream()
                .map(position -> of(portfolio.id(), position))
                .toList();
    }

    public static MarketPosition of(long portfolioId, Position position) {
        Position.Closing closing = position.closing();
        return new MarketPosition(
                position.id(),
                portfolioId,
                position.market().marketId(),
                position.market().question(),
                position.market().outcome(),
                position.status(),
                Amounts.stripped(position.shares()),
                position.price(),
                position.cost(),
                position.mark().price(),
                position.mark().at(),
                position.value(),
                closing == null ? position.profit() : null,
                closing == null ? null : position.profit(),
                position.openedAt(),
                closing == null ? null : closing.at());
    }

    public static MarketTrade of(long portfolioId, Trade trade) {
        return new MarketTrade(
                trade.id(),
                portfolioId,
                trade.positionId(),
                trade.orderId(),
                trade.cycleId(),
                trade.kind(),
                trade.market().marketId(),
                trade.market().question(),
                trade.market().outcome(),
                Amounts.stripped(trade.shares()),
                trade.price(),
                trade.costs(),
                trade.cashChange(),
                trade.cashAfter(),
                trade.label(),
                trade.at());
    }

    public static PortfolioOrder of(PaperOrder order) {
        BigDecimal shares = order.shares();
        Side side = order.terms().side();
        return new PortfolioOrder(
                order.id(),
                order.portfolioId(),
                order.cycleId(),
                side,
                order.terms().market().marketId(),
                order.terms().market().outcome(),
                order.status(),
                order.denials().stream()
                        .map(denial -> new Reason(denial.code(), denial.message()))
                        .toList(),
                shares == null ? null : Amounts.stripped(shares),
                shares == null ? null : order.terms().price(),
                order.createdAt(),
                order.endedAt());
    }

    public static PortfolioSnapshot of(long portfolioId, Snapshot snapshot) {
        return new PortfolioSnapshot(
                portfolioId,
                snapshot.day(),
                snapshot.takenAt(),
                snapshot.cash(),
                snapshot.positionsValue(),
                Amounts.even(snapshot.value()),
                snapshot.realisedPnl(),
                snapshot.floatingPnl(),
                snapshot.openPositions(),
                snapshot.oldestMarkAt(),
                snapshot.label());
    }

    public static PortfolioChange of(Change change) {
        return new PortfolioChange(
                change.sequence(), change.at(), change.who(), change.what(), change.before(), change.after());
    }
}
