package dev.tradesuite.contracts.signals;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest price.
 *
 * @param type {@code price_update}
 * @param timeframe of the bar whose close it is; absent of a price between bars
 * @param change since the close of the bar before; absent without one
 * @param changePercent the same in percent
 */
public record FeedPrice(
        String type,
        Instant timestamp,
        String symbol,
        @Nullable Timeframe timeframe,
        RunLabel label,
        BigDecimal price,
        @Nullable BigDecimal change,
        @Nullable BigDecimal changePercent)
        implements FeedMessage {}
