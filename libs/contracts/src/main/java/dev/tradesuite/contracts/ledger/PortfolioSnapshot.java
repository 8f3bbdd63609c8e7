package dev.tradesuite.contracts.ledger;

import dev.tradesuite.contracts.market.RunLabel;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a portfolio was worth; one per portfolio and day, replaced by every later cycle of that day. Also the data of
 * the event {@code portfolio.snapshot} on {@code ledger.events}, keyed by portfolio, which comes when the figures are
 * others than before on that day.
 *
 * @param portfolioId portfolio
 * @param day UTC
 * @param takenAt time of the newest cycle of that day
 * @param cash USD
 * @param positionsValue open positions at the price they could be sold for, USD
 * @param value cash plus positionsValue, USD
 * @param realisedPnl since the portfolio was opened, USD
 * @param floatingPnl of the open positions, USD
 * @param openPositions number of them
 * @param oldestMarkAt time of the oldest price the value rests on; absent without positions
 * @param label PAPER or SIMULATED
 */
public record PortfolioSnapshot(
        long portfolioId,
        LocalDate day,
        Instant takenAt,
        BigDecimal cash,
        BigDecimal positionsValue,
        BigDecimal value,
        BigDecimal realisedPnl,
        BigDecimal floatingPnl,
        int openPositions,
        @Nullable Instant oldestMarkAt,
        RunLabel label) {}
