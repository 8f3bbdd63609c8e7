package dev.tradesuite.signals.pnl.web;

import dev.tradesuite.contracts.signals.NoDataReason;
import dev.tradesuite.contracts.signals.PnlPeriod;
import dev.tradesuite.contracts.signals.PnlSummary;
import dev.tradesuite.quant.performance.TradeStatistics;
import dev.tradesuite.signals.pnl.ProfitAndLoss;
import dev.tradesuite.signals.series.ModelSelection;
import dev.tradesuite.signals.series.web.FigureMapper;
import dev.tradesuite.signals.series.web.HeadMapper;

/** Profit and loss as the contract has it. */
final class PnlMapper {

    private PnlMapper() {}

    static PnlSummary answer(PnlPeriod period, ModelSelection selection, ProfitAndLoss profit) {
        return new PnlSummary(
                period,
                profit.start().orElse(null),
                profit.end(),
                selection.symbol().orElse(null),
                HeadMapper.timeframe(selection),
                selection.run(),
                selection.label().orElse(null),
                profit.accounts().stream().map(PnlMapper::account).toList(),
                profit.accounts().isEmpty() ? null : total(profit.total()),
                HeadMapper.reason(selection, profit.total().count() == 0, NoDataReason.NO_CLOSED_TRADES));
    }

    private static PnlSummary.StrategyPnl account(ProfitAndLoss.AccountProfit profit) {
        TradeStatistics trades = profit.trades();
        FigureMapper figures = new FigureMapper();
        return new PnlSummary.StrategyPnl(
                profit.account().strategy().code(),
                profit.account().strategy().name(),
                trades.grossProfit(),
                trades.grossLoss(),
                trades.netProfit(),
                trades.totalFees(),
                trades.count(),
                trades.wins(),
                trades.losses(),
                figures.value("win_rate", trades.winRate()),
                figures.value("avg_win", trades.averageWin()),
                figures.value("avg_loss", trades.averageLoss()),
                figures.value("avg_trade", trades.averageTrade()),
                figures.value("profit_factor", trades.profitFactor()),
                figures.unavailable(),
                profit.account().modelVersion(),
                profit.account().proxy());
    }

    private static PnlSummary.PortfolioPnl total(TradeStatistics trades) {
        FigureMapper figures = new FigureMapper();
        return new PnlSummary.PortfolioPnl(
                trades.grossProfit(),
                trades.grossLoss(),
                trades.netProfit(),
                trades.totalFees(),
                trades.count(),
                trades.wins(),
                trades.losses(),
                figures.value("win_rate", trades.winRate()),
                figures.value("avg_win", trades.averageWin()),
                figures.value("avg_loss", trades.averageLoss()),
                figures.value("avg_trade", trades.averageTrade()),
                figures.value("profit_factor", trades.profitFactor()),
                figures.unavailable());
    }
}
