package dev.tradesuite.contracts.brain;

import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of every row of an import. Rows read = stored + duplicate + refused.
 *
 * @param source name of the file or source
 * @param timeframe length of every candle
 * @param rowsRead data rows, the header not counted
 * @param stored rows that became candles
 * @param duplicate rows whose candle was there already, in this file or before, with the same prices
 * @param refused rows that were not stored; each has a reason
 * @param refusedByReason number of refused rows by {@code RowRefusal} constant
 * @param refusals the first refused rows, at most 1,000; the counts above are of all
 * @param symbols figures of each symbol
 * @param elapsedMillis time the import took
 * @param rowsPerSecond rows read by time
 */
public record ImportReport(
        String source,
        Timeframe timeframe,
        long rowsRead,
        long stored,
        long duplicate,
        long refused,
        Map<String, Long> refusedByReason,
        List<RefusedRow> refusals,
        List<SymbolReport> symbols,
        long elapsedMillis,
        long rowsPerSecond) {

    /**
     * A row that was not stored.
     *
     * @param line line number in the file, the header is line 1
     * @param code {@link RowRefusal} constant
     * @param message what was found
     */
    public record RefusedRow(long line, String code, String message) {}

    /**
     * Figures of one symbol. Flat candles and zero volume are stored and flagged; gaps are reported.
     *
     * @param symbol instrument
     * @param stored candles stored
     * @param flat of these, candles with open = high = low = close
     * @param zeroVolume of these, candles whose volume is zero
     * @param offGrid of these, candles whose time was moved by a time rule of the source
     * @param first open time of the first candle
     * @param last open time of the last candle
     * @param gapCount stretches where candles are missing
     * @param gaps the longest gaps, at most 100
     */
    public record SymbolReport(
            String symbol,
            long stored,
            long flat,
            long zeroVolume,
            long offGrid,
            @Nullable Instant first,
            @Nullable Instant last,
            long gapCount,
            List<Gap> gaps) {}

    /**
     * Missing candles.
     *
     * @param after open time of the last candle before the gap
     * @param before open time of the first candle after it
     * @param missing number of candles missing
     */
    public record Gap(Instant after, Instant before, long missing) {}
}
