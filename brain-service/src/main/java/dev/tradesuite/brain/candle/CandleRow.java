package dev.tradesuite.brain.candle;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A candle as a source states it, not yet checked.
 *
 * @param line where it was read: line of the file, or position in a request, from 1
 * @param symbol symbol of the instrument catalogue
 * @param openTime start of the candle
 * @param open first price
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param volume null when the source has none
 * @param timeMoved whether a time rule read the label in another zone than it claims
 * @param adjustedClose close adjusted for splits and dividends; null when the source has none
 */
public record CandleRow(
        long line,
        String symbol,
        Instant openTime,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        @Nullable BigDecimal volume,
        boolean timeMoved,
        @Nullable BigDecimal adjustedClose) {

    /** A candle of a source without adjusted closes. */
    public CandleRow(
            long line,
            String symbol,
            Instant openTime,
            BigDecimal open,
            BigDecimal high,
            BigDecimal low,
            BigDecimal close,
            @Nullable BigDecimal volume,
            boolean timeMoved) {
        this(line, symbol, openTime, open, high, low, close, volume, timeMoved, null);
    }

    /** Sum of the bits of its {@link CandleFlag}s. */
    public int flags() {
        return bit(CandleFlag.FLAT, high.compareTo(low) == 0)
                | bit(CandleFlag.ZERO_VOLUME, volume != null && volume.signum() == 0)
                | bit(CandleFlag.TIME_MOVED, timeMoved);
    }

    private static int bit(CandleFlag flag, boolean set) {
        return set ? flag.bit() : 0;
    }
}
