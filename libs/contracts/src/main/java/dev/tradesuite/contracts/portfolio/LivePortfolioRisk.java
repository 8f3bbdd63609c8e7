package dev.tradesuite.contracts.portfolio;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an account can lose as it stands. {@code GET /api/v1/portfolio/risk/live?account_id=}; also the data of the
 * event {@code portfolio.risk} on {@code portfolio.events}, keyed by account.
 *
 * @param accountId account
 * @param currency of every amount here
 * @param label PAPER or LIVE
 * @param asOf time of the newest thing it rests on
 * @param equity at the newest prices
 * @param balance cash
 * @param peakEquity highest equity since the account is watched, at least what was paid in
 * @param drawdown fall from there, a positive fraction
 * @param grossExposure value of all positions, long and short added
 * @param netExposure value of the long ones less that of the short ones
 * @param symbols by instrument
 * @param strategies by strategy; what none holds is {@code unassigned}
 * @param valueAtRisk of one day at 95 and 99 %, by all methods, as fractions of equity
 * @param expectedShortfall the same
 * @param volatility of one day, as a fraction of equity; absent when it cannot be computed
 * @param shortfall historical expected shortfall of one day at 95 %, which the contributions add up to; absent when it
 *     cannot be computed
 * @param observations days they rest on
 * @param limits how it stands to each limit
 * @param stale what is old or missing; a limit that needs it is UNKNOWN
 */
public record LivePortfolioRisk(
        String accountId,
        String currency,
        RunLabel label,
        Instant asOf,
        BigDecimal equity,
        BigDecimal balance,
        BigDecimal peakEquity,
        double drawdown,
        BigDecimal grossExposure,
        BigDecimal netExposure,
        List<SymbolExposure> symbols,
        List<StrategyExposure> strategies,
        List<TailFigure> valueAtRisk,
        List<TailFigure> expectedShortfall,
        @Nullable Double volatility,
        @Nullable Double shortfall,
        int observations,
        List<Limit> limits,
        List<StalePart> stale) {

    /**
     * What is held of an instrument.
     *
     * @param symbol instrument
     * @param lots below 0 when short
     * @param price it is valued at
     * @param pricedAt when that was so
     * @param exposure value, below 0 when short
     */
    public record SymbolExposure(
            String symbol, BigDecimal lots, BigDecimal price, Instant pricedAt, BigDecimal exposure) {}

    /**
     * What a strategy holds.
     *
     * @param strategy code, or {@code unassigned}
     * @param gross value of its holdings, long and short added
     * @param net value of the long ones less that of the short ones
     * @param contribution its part of the shortfall, as a fraction of equity; absent when that cannot be computed
     * @param share the same as a part of the whole; absent too when the whole is no loss
     */
    public record StrategyExposure(
            String strategy, BigDecimal gross, BigDecimal net, @Nullable Double contribution, @Nullable Double share) {}

    /**
     * How it stands to a limit.
     *
     * @param limit which
     * @param standing how
     * @param measured what was measured; absent when it cannot be
     * @param allowed at most this
     * @param subject strategy that is meant; absent when it is the account
     * @param reason why it is not known, or does not apply; absent otherwise
     */
    public record Limit(
            PortfolioLimit limit,
            LimitStanding standing,
            @Nullable Double measured,
            double allowed,
            @Nullable String subject,
            @Nullable Reason reason) {}

    /**
     * Something old or missing.
     *
     * @param part {@code books}, or the instrument
     * @param reason what is the matter with it
     */
    public record StalePart(String part, Reason reason) {}
}
