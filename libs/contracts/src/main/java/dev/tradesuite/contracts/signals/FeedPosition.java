package dev.tradesuite.contracts.signals;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A paper position was opened, closed, or valued anew.
 *
 * @param type {@code position_update}
 * @param side {@code long} or {@code short}
 * @param unrealizedPnl 0 when it is closed
 * @param realizedPnl net of fees; absent while it is open
 * @param status {@code open}, {@code closed}, {@code stopped} or {@code liquidated}
 */
public record FeedPosition(
        String type,
        Instant timestamp,
        String symbol,
        Timeframe timeframe,
        RunLabel label,
        String strategyCode,
        long positionId,
        Action action,
        String side,
        BigDecimal unrealizedPnl,
        @Nullable BigDecimal realizedPnl,
        String status)
        implements FeedMessage {

    /** What became of it. */
    public enum Action {
        @JsonProperty("opened")
        OPENED,
        @JsonProperty("closed")
        CLOSED,
        @JsonProperty("modified")
        MODIFIED
    }
}
