package dev.tradesuite.contracts.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A portfolio of prediction-market positions. Also the data of the event {@code portfolio.changed} on
 * {@code ledger.events}, keyed by portfolio, which every creation, change of settings and change of status publishes.
 *
 * @param portfolioId portfolio
 * @param name for people; no two portfolios that are not archived have the same, whatever the case of its letters
 * @param strategyType strategy that runs it
 * @param status whether it buys
 * @param statusChange who brought it to its status, why and when; absent while it is as it was opened, and in what an
 *     older version wrote
 * @param initialBalance cash it began with, USD
 * @param netCashFlow moved in from an account since, less what was moved out, USD; absent in what an older version
 *     wrote
 * @param cash what is not in positions, USD
 * @param positionsValue open positions at the price they could be sold for, unmarked ones at their cost, USD
 * @param value cash plus positionsValue, USD
 * @param realisedPnl profit of closed positions after costs, USD
 * @param floatingPnl value of open positions less what they cost, USD
 * @param openPositions number of them
 * @param unmarkedPositions those of them that nobody has bid for yet, valued at their cost; absent in what an older
 *     version wrote
 * @param oldestMarkAt time of the oldest price {@code positionsValue} rests on; absent without positions
 * @param strategyConfig parameters that differ from the strategy's defaults
 * @param configChecked whether the strategy's controller has found the configuration valid; false when it was offline
 * @param schedule an interval such as {@code PT15M} or a cron expression, UTC
 * @param riskAccountId account that risk-service keeps for it, such as {@code portfolio-7}
 * @param sequence number of the latest change; a higher one is newer
 * @param createdAt when it was opened
 * @param updatedAt time of the latest change
 */
public record Portfolio(
        long portfolioId,
        String name,
        String strategyType,
        PortfolioStatus status,
        @Nullable PortfolioStatusChange statusChange,
        BigDecimal initialBalance,
        @Nullable BigDecimal netCashFlow,
        BigDecimal cash,
        BigDecimal positionsValue,
        BigDecimal value,
        BigDecimal realisedPnl,
        BigDecimal floatingPnl,
        int openPositions,
        @Nullable Integer unmarkedPositions,
        @Nullable Instant oldestMarkAt,
        Map<String, Object> strategyConfig,
        boolean configChecked,
        String schedule,
        String riskAccountId,
        long sequence,
        Instant createdAt,
        Instant updatedAt) {}
