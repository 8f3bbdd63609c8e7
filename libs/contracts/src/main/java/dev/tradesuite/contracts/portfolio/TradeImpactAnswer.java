package dev.tradesuite.contracts.portfolio;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a trade would do to the risk of an account. Nothing is sent, reserved or stored.
 *
 * @param accountId account
 * @param strategy that would hold it, or {@code unassigned}
 * @param symbol instrument
 * @param lots what is bought; below 0: sold
 * @param notional its value in the account currency; below 0: sold
 * @param price it is valued at
 * @param pricedAt when that was so
 * @param before the risk as it is
 * @param after the risk as it would be
 * @param stale what is old or missing
 */
public record TradeImpactAnswer(
        String accountId,
        String strategy,
        String symbol,
        BigDecimal lots,
        BigDecimal notional,
        BigDecimal price,
        Instant pricedAt,
        Risk before,
        Risk after,
        List<LivePortfolioRisk.StalePart> stale) {

    /**
     * The risk of one day, as fractions of equity.
     *
     * @param grossExposure value of all positions, long and short added
     * @param netExposure value of the long ones less that of the short ones
     * @param volatility absent when it cannot be computed
     * @param valueAtRisk at 95 and 99 %, by all methods
     * @param shortfall historical expected shortfall at 95 %, which the contributions add up to
     * @param strategies what each of them holds and contributes
     * @param limits how it stands, or would stand, to each limit
     */
    public record Risk(
            BigDecimal grossExposure,
            BigDecimal netExposure,
            @Nullable Double volatility,
            List<TailFigure> valueAtRisk,
            @Nullable Double shortfall,
            List<LivePortfolioRisk.StrategyExposure> strategies,
            List<LivePortfolioRisk.Limit> limits) {}
}
