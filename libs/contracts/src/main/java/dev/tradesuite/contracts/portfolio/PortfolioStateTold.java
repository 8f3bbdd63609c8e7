package dev.tradesuite.contracts.portfolio;

import dev.tradesuite.contracts.market.RunLabel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What an account is worth and holds. Event {@code portfolio.state} on {@code portfolio.events}, keyed by account; told
 * when it changes, at most every few seconds.
 *
 * @param accountId account
 * @param currency of every amount here
 * @param label PAPER or LIVE
 * @param asOf time of the newest thing it rests on
 * @param equity at the newest prices
 * @param balance cash
 * @param drawdown fall from the highest equity, a positive fraction
 * @param grossExposure value of all positions, long and short added
 * @param netExposure value of the long ones less that of the short ones
 * @param symbols by instrument
 */
public record PortfolioStateTold(
        String accountId,
        String currency,
        RunLabel label,
        Instant asOf,
        BigDecimal equity,
        BigDecimal balance,
        double drawdown,
        BigDecimal grossExposure,
        BigDecimal netExposure,
        List<LivePortfolioRisk.SymbolExposure> symbols) {}
