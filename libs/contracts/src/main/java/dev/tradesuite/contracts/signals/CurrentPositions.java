package dev.tradesuite.contracts.signals;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Positions the models hold, at the newest price. {@code GET /api/models/positions/current}.
 *
 * @param timestamp when it was asked, UTC
 * @param symbol instrument that is told of; absent when no model has an account
 * @param timeframe length of the bars
 * @param run 0 for the live one
 * @param label what kind of prices the newest point rests on; absent when there is none
 * @param totalNotional US dollars at the entries
 * @param totalPnl unrealised, US dollars
 * @param reason why the list is empty
 */
public record CurrentPositions(
        Instant timestamp,
        @Nullable String symbol,
        @Nullable Timeframe timeframe,
        long run,
        @Nullable RunLabel label,
        int totalPositions,
        BigDecimal totalNotional,
        BigDecimal totalPnl,
        List<CurrentPosition> positions,
        @Nullable Reason reason) {

    /**
     * An open position.
     *
     * @param side {@code long} or {@code short}
     * @param quantity units of the base currency
     * @param unrealizedPnl US dollars before the costs of leaving
     * @param unrealizedPnlPct of the notional at the entry; absent when that is 0
     */
    public record CurrentPosition(
            long positionId,
            String strategyCode,
            String strategyName,
            String side,
            BigDecimal quantity,
            BigDecimal entryPrice,
            BigDecimal currentPrice,
            @Nullable BigDecimal stopLoss,
            @Nullable BigDecimal takeProfit,
            BigDecimal unrealizedPnl,
            @Nullable BigDecimal unrealizedPnlPct,
            Instant entryTime,
            long holdingTimeMinutes,
            int leverage,
            @Nullable String modelVersion,
            @Nullable Boolean proxy,
            RunLabel label) {}
}
