package dev.tradesuite.signals.imported;

import dev.tradesuite.instruments.Direction;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A closed trade as it was recorded.
 *
 * @param profit US dollars, fees taken off
 * @param size how large it was
 */
public record RecordedTrade(
        Direction direction, RecordedFill entry, RecordedFill exit, BigDecimal profit, RecordedSize size) {

    /** At what price, and when. */
    public record RecordedFill(BigDecimal price, Instant at) {}

    /**
     * How large a trade was, where that was recorded.
     *
     * @param quantity units of the base currency
     * @param notional US dollars at the entry
     * @param fees US dollars, among the profit already; 0 when none were recorded
     */
    public record RecordedSize(@Nullable BigDecimal quantity, @Nullable BigDecimal notional, BigDecimal fees) {}
}
