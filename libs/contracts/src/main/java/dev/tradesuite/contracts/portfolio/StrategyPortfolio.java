package dev.tradesuite.contracts.portfolio;

import dev.tradesuite.contracts.market.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A portfolio of strategies as it is and as it is to be. {@code GET /api/v1/portfolio?account_id=}.
 *
 * @param accountId account
 * @param currency of every amount here
 * @param value equity of the account, and what the portfolios of prediction markets are worth that are its strategies
 * @param cash balance of the account
 * @param buyingPower equity less the margin that is used
 * @param targetVersion of the target; absent while there is none
 * @param strategies those with a target weight, a holding or capital, by code
 * @param unassignedValue worth of what no strategy holds; negative when that is short; absent when a part of it has no
 *     mark
 * @param targetTurnover sum of |drift| / 2 as far as the drifts are known, as a fraction of the value
 * @param asOf time of the oldest price the value rests on
 */
public record StrategyPortfolio(
        String accountId,
        String currency,
        BigDecimal value,
        BigDecimal cash,
        BigDecimal buyingPower,
        @Nullable Long targetVersion,
        List<StrategyShare> strategies,
        @Nullable BigDecimal unassignedValue,
        double targetTurnover,
        Instant asOf) {

    /**
     * One strategy.
     *
     * @param code of the strategy
     * @param source where its returns come from
     * @param state how far it has come
     * @param value worth of what it holds, negative when that is short; absent when it is not held here
     * @param currentWeight value as a fraction of the account's; absent with the reason
     * @param targetWeight what it is to be
     * @param drift current less target weight; absent when the current one is
     * @param capital it works with; absent before the first rebalancing
     * @param reason why there is no current weight; absent when there is one
     */
    public record StrategyShare(
            String code,
            String source,
            LifecycleState state,
            @Nullable BigDecimal value,
            @Nullable Double currentWeight,
            double targetWeight,
            @Nullable Double drift,
            @Nullable BigDecimal capital,
            @Nullable Reason reason) {}
}
