package dev.tradesuite.signals.signal;

import dev.tradesuite.instruments.Direction;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A position that was open at some time of a bar, or was opened by it.
 *
 * @param id of the position
 * @param direction LONG or SHORT
 * @param status as it is now
 * @param quantity units of the base currency
 * @param entry price and time
 * @param levels stop and target
 * @param end how it ended; absent while it is open
 */
public record BarPosition(
        long id,
        Direction direction,
        String status,
        BigDecimal quantity,
        Entry entry,
        Exits levels,
        @Nullable End end) {

    /** How it was entered. */
    public record Entry(BigDecimal price, Instant at) {}

    /** Stop and target; absent without one. */
    public record Exits(@Nullable BigDecimal stopLoss, @Nullable BigDecimal takeProfit) {}

    /**
     * How it ended.
     *
     * @param reason code; absent when nobody noted it
     * @param profit net of fees, US dollars
     */
    public record End(BigDecimal price, Instant at, @Nullable String reason, BigDecimal profit) {}

    /** Whether the close of a bar opened it. */
    boolean openedAt(Instant close) {
        return entry.at().equals(close);
    }

    /** Whether it was there before the close of a bar and ended with it, for a reason. */
    boolean endedBy(Instant close, String reason) {
        return end != null && reason.equals(end.reason()) && !end.at().isAfter(close) && !opensBeyond(close);
    }

    /** A bar that opens beyond stop or target ends a position when it opens, which is when the one before it closes. */
    private boolean opensBeyond(Instant close) {
        return end != null
                && end.at().equals(close)
                && (("STOP".equals(end.reason()) && isOther(levels.stopLoss()))
                        || ("TAKE_PROFIT".equals(end.reason()) && isOther(levels.takeProfit())));
    }

    private boolean isOther(@Nullable BigDecimal level) {
        return end != null && level != null && level.compareTo(end.price()) != 0;
    }

    /** Whether it was there before the close of a bar and after it. */
    boolean keptAt(Instant close) {
        return entry.at().isBefore(close) && (end == null || end.at().isAfter(close) || opensBeyond(close));
    }
}
