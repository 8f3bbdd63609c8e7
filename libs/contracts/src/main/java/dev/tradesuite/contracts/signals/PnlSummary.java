package dev.tradesuite.contracts.signals;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the closed trades of a calendar period amount to, in US dollars. {@code GET /api/models/pnl/summary}.
 *
 * @param startDate trades that were closed after this count; absent when there is no account
 * @param endDate now
 * @param symbol instrument that is told of; absent when no model has an account
 * @param timeframe length of the bars
 * @param run 0 for the live one
 * @param label what kind of prices the newest point rests on; absent when there is none
 * @param strategies highest net profit first
 * @param portfolioTotal the accounts together; the ensemble is one of them
 * @param reason why nothing was closed
 */
public record PnlSummary(
        PnlPeriod period,
        @Nullable Instant startDate,
        Instant endDate,
        @Nullable String symbol,
        @Nullable Timeframe timeframe,
        long run,
        @Nullable RunLabel label,
        List<StrategyPnl> strategies,
        @Nullable PortfolioPnl portfolioTotal,
        @Nullable Reason reason) {

    /**
     * Closed trades of one account.
     *
     * @param grossLoss 0 or negative
     * @param netProfit after all costs
     * @param winRate wins / closed trades, 0 to 1
     * @param unavailable fields that are absent, each with the reason
     */
    public record StrategyPnl(
            String strategyCode,
            String strategyName,
            BigDecimal grossProfit,
            BigDecimal grossLoss,
            BigDecimal netProfit,
            BigDecimal totalFees,
            int nTrades,
            int nWins,
            int nLosses,
            @Nullable Double winRate,
            @Nullable Double avgWin,
            @Nullable Double avgLoss,
            @Nullable Double avgTrade,
            @Nullable Double profitFactor,
            List<UnavailableField> unavailable,
            @Nullable String modelVersion,
            @Nullable Boolean proxy) {}

    /** Closed trades of all accounts. */
    public record PortfolioPnl(
            BigDecimal grossProfit,
            BigDecimal grossLoss,
            BigDecimal netProfit,
            BigDecimal totalFees,
            int nTrades,
            int nWins,
            int nLosses,
            @Nullable Double winRate,
            @Nullable Double avgWin,
            @Nullable Double avgLoss,
            @Nullable Double avgTrade,
            @Nullable Double profitFactor,
            List<UnavailableField> unavailable) {}
}
