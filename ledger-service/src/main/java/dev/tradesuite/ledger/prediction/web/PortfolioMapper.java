package dev.tradesuite.ledger.prediction.web;

import dev.tradesuite.accounting.prediction.OutcomeMark;
import dev.tradesuite.accounting.prediction.OutcomePosition;
import dev.tradesuite.accounting.prediction.OutcomeTrade;
import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.ledger.AccountStatus;
import dev.tradesuite.contracts.ledger.ChangedPortfolios;
import dev.tradesuite.contracts.ledger.LiquidatedPortfolio;
import dev.tradesuite.contracts.ledger.MarketPosition;
import dev.tradesuite.contracts.ledger.MarketTrade;
import dev.tradesuite.contracts.ledger.Portfolio;
import dev.tradesuite.contracts.ledger.PortfolioChange;
import dev.tradesuite.contracts.ledger.PortfolioOrder;
import dev.tradesuite.contracts.ledger.PortfolioSnapshot;
import dev.tradesuite.contracts.ledger.PortfolioStatusChange;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.ledger.prediction.DailySnapshot;
import dev.tradesuite.ledger.prediction.LiquidationService;
import dev.tradesuite.ledger.prediction.ManagedPortfolio;
import dev.tradesuite.ledger.prediction.OutcomeOrder;
import dev.tradesuite.ledger.prediction.PauseAllService;
import dev.tradesuite.ledger.prediction.SetupChange;
import dev.tradesuite.ledger.prediction.StatusDecision;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes portfolios and what belongs to them as the records of the contract. */
public final class PortfolioMapper {

    private static final String CURRENCY = "USD";

    private PortfolioMapper() {}

    public static Portfolio of(ManagedPortfolio portfolio) {
        return new Portfolio(
                portfolio.id(),
                portfolio.setup().name(),
                portfolio.strategyType(),
                portfolio.status(),
                change(portfolio.decision()),
                portfolio.books().funds().initialBalance(),
                portfolio.books().funds().netCashFlow(),
                portfolio.books().funds().cash(),
                portfolio.books().positionsValue(),
                portfolio.books().value(),
                portfolio.books().funds().realisedPnl(),
                portfolio.books().floatingPnl(),
                portfolio.books().positions().size(),
                portfolio.books().unmarked(),
                portfolio.books().oldestMarkAt().orElse(null),
                portfolio.setup().strategyConfig(),
                portfolio.setup().configChecked(),
                portfolio.setup().schedule(),
                portfolio.riskAccountId(),
                portfolio.sequence(),
                portfolio.createdAt(),
                portfolio.books().updatedAt());
    }

    private static @Nullable PortfolioStatusChange change(@Nullable StatusDecision decision) {
        return decision == null ? null : new PortfolioStatusChange(decision.who(), decision.reason(), decision.at());
    }

    /**
     * The portfolio as an account: its positions are paid in full, so the margin they use is what they cost. They are
     * no instruments and not listed.
     */
    public static Account account(ManagedPortfolio portfolio) {
        return new Account(
                portfolio.riskAccountId(),
                portfolio.setup().name(),
                CURRENCY,
                RunLabel.PAPER,
                AccountStatus.ACTIVE,
                portfolio.books().funds().initialBalance(),
                portfolio.books().funds().netCashFlow(),
                portfolio.books().funds().cash(),
                portfolio.books().floatingPnl(),
                portfolio.books().value(),
                portfolio.books().invested(),
                portfolio.books().funds().realisedPnl(),
                Amounts.even(BigDecimal.ZERO),
                List.of(),
                null,
                portfolio.sequence(),
                portfolio.books().quotedAt(),
                portfolio.books().updatedAt());
    }

    public static List<MarketPosition> positions(ManagedPortfolio portfolio) {
        return portfolio.books().positions().stream()
                .map(position -> of(portfolio.id(), position))
                .toList();
    }

    public static MarketPosition of(long portfolioId, OutcomePosition position) {
        OutcomePosition.Closing closing = position.closing();
        OutcomeMark mark = position.mark();
        return new MarketPosition(
                position.id(),
                portfolioId,
                position.market().marketId(),
                position.market().question(),
                position.market().outcome(),
                position.status(),
                Amounts.stripped(position.shares()),
                position.purchase().price(),
                position.cost(),
                mark == null ? null : mark.price(),
                mark == null ? null : mark.at(),
                mark == null,
                position.value(),
                closing == null ? position.profit() : null,
                closing == null ? null : position.profit(),
                position.purchase().at(),
                closing == null ? null : closing.at());
    }

    public static MarketTrade of(long portfolioId, OutcomeTrade trade) {
        OutcomeTrade.Figures figures = trade.figures();
        return new MarketTrade(
                trade.id(),
                portfolioId,
                trade.positionId(),
                trade.origin().orderId(),
                trade.origin().cycleId(),
                trade.kind(),
                trade.market().marketId(),
                trade.market().question(),
                trade.market().outcome(),
                Amounts.stripped(figures.shares()),
                figures.price(),
                figures.costs(),
                figures.cashChange(),
                figures.cashAfter(),
                trade.label(),
                trade.at());
    }

    public static PortfolioOrder of(OutcomeOrder order) {
        OutcomeOrder.Ending ending = order.ending();
        BigDecimal shares = ending == null ? null : ending.shares();
        return new PortfolioOrder(
                order.id(),
                order.portfolioId(),
                order.cycleId(),
                order.terms().side(),
                order.terms().market().marketId(),
                order.terms().market().outcome(),
                order.status(),
                order.reasons(),
                shares == null ? null : Amounts.stripped(shares),
                shares == null ? null : order.terms().price(),
                order.createdAt(),
                ending == null ? null : ending.at());
    }

    static LiquidatedPortfolio of(LiquidationService.Liquidation liquidation) {
        return new LiquidatedPortfolio(
                of(liquidation.portfolio()),
                liquidation.orders().stream().map(PortfolioMapper::of).toList(),
                liquidation.left().stream()
                        .map(left -> new LiquidatedPortfolio.Left(
                                left.position().market().marketId(), left.reason()))
                        .toList(),
                liquidation.cycleId());
    }

    static ChangedPortfolios of(List<PauseAllService.Result> results) {
        return new ChangedPortfolios(results.stream()
                .map(result -> new ChangedPortfolios.Result(
                        result.portfolio().id(),
                        result.portfolio().setup().name(),
                        result.outcome(),
                        result.portfolio().status(),
                        result.reason()))
                .toList());
    }

    public static PortfolioSnapshot of(long portfolioId, DailySnapshot snapshot) {
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

    public static PortfolioChange of(SetupChange change) {
        return new PortfolioChange(
                change.sequence(),
                change.at(),
                change.who(),
                change.what(),
                change.before(),
                change.after(),
                change.reason());
    }
}
