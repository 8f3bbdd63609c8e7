package dev.tradesuite.contracts.signals;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Closed trades of the models, the newest first. {@code GET /api/models/trades}.
 *
 * @param symbol instrument that is told of; absent when no model has an account
 * @param timeframe length of the bars
 * @param run 0 for the live one
 * @param label what kind of prices the newest point rests on; absent when there is none
 * @param trades of this page
 * @param nextCursor to send as {@code cursor} for the next page; absent on the last
 * @param reason why the list is empty
 */
public record ModelTradePage(
        @Nullable String symbol,
        @Nullable Timeframe timeframe,
        long run,
        @Nullable RunLabel label,
        List<ModelTrade> trades,
        @Nullable String nextCursor,
        @Nullable Reason reason) {

    /**
     * A closed trade.
     *
     * @param side {@code long} or {@code short}
     * @param status {@code closed}, {@code stopped} or {@code liquidated}
     * @param quantity units of the base currency; absent, as notional, mae and mfe are, when it was not recorded
     * @param notionalUsd US dollars at the entry
     * @param realizedPnl US dollars, all costs taken off
     * @param fees US dollars, among it already
     * @param mae worst unrealised profit on the way, US dollars
     * @param mfe best unrealised profit on the way, US dollars
     * @param exitReason why it was left, such as {@code STOP}
     */
    public record ModelTrade(
            long positionId,
            String strategyCode,
            String side,
            String status,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal notionalUsd,
            int leverage,
            BigDecimal entryPrice,
            Instant entryTime,
            BigDecimal exitPrice,
            Instant exitTime,
            @Nullable BigDecimal stopLoss,
            @Nullable BigDecimal takeProfit,
            BigDecimal realizedPnl,
            BigDecimal fees,
            @Nullable BigDecimal mae,
            @Nullable BigDecimal mfe,
            TradeOutcome result,
            @Nullable String exitReason,
            RunLabel label) {}
}
