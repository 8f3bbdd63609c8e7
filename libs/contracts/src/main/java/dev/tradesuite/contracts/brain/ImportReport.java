package dev.tradesuite.contracts.brain;

import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of every row of an import. Rows read = stored + replaced + duplicate + refused.
 *
 * @param source name of the file or source
 * @param timeframe length of every candle
 * @param rowsRead data rows; the header and blank lines are not counted
 * @param stored rows that became candles
 * @param replaced rows that gave a stored candle new prices; zero unless the import was told to replace
 * @param duplicate rows whose candle was there already, in this file or before, with the same prices
 * @param refused rows that were not stored; each has a reason
 * @param refusedByReason number of refused rows by {@code RowRefusal} constant
 * @param refusals the first refused rows in the order of the file, at most 1,000; the counts above are of all
 * @param symbols figures of each symbol
 * @param warnings what is odd about the whole, in sentences, such as a timeframe that does not fit the rows
 * @param elapsedMillis time the import took
 * @param rowsPerSecond rows read by time
 */
public record ImportReport(
        String source,
        Timeframe timeframe,
        long rowsRead,
        long stored,
        long replaced,
        long duplicate,
        long refused,
        Map<String, Long> refusedByReason,
        List<RefusedRow> refusals,
        List<SymbolReport> symbols,
        List<String> warnings,
        long elapsedMillis,
        long rowsPerSecond) {

    /**
     * A row that was not stored.
     *
     * @param line line number in the file, the header is line 1; position in the request, from 1, when there is no file
     * @param code {@link RowRefusal} constant
     * @param message what was found
     */
    public record RefusedRow(long line, String code, String message) {}

    /**
     * Figures of one symbol. Flat, empty and implausible candles are stored and flagged; gaps are reported.
     *
     * @param symbol instrument
     * @param stored candles stored
     * @param replaced candles given new prices
     * @param duplicate rows whose candle was there already
     * @param refused rows of this symbol refused because of a candle that was there; rows refused earlier are counted
     *     in the whole only
     * @param flat of those stored or replaced, candles with open = high = low = close
     * @param zeroVolume of those stored or replaced, candles whose volume is zero
     * @param timeMoved of those stored or replaced, candles whose time a time rule of the source moved
     * @param withoutVolume of those stored or replaced, candles without a volume
     * @param adjusted of those stored or replaced, candles with a close adjusted for splits and dividends beside their
     *     close; returns for correlations are computed from it
     * @param implausible candles that are too far from those around them to be believed: stored, but they mark nothing
     * @param first open time of the first candle of the file; absent when every row was refused
     * @param last open time of the last candle of the file
     * @param gapCount stretches between first and last where candles are missing although the market was open
     * @param sessionGapCount stretches where the market seems to have been closed: shorter than four days, and no
     *     candle stands at the same times one week before or after
     * @param gaps the longest of those counted by {@code gapCount}, at most 100, longest first
     */
    public record SymbolReport(
            String symbol,
            long stored,
            long replaced,
            long duplicate,
            long refused,
            long flat,
            long zeroVolume,
            long timeMoved,
            long withoutVolume,
            long adjusted,
            long implausible,
            @Nullable Instant first,
            @Nullable Instant last,
            long gapCount,
            long sessionGapCount,
            List<Gap> gaps) {}

    /**
     * Missing candles.
     *
     * @param after open time of the last candle before the gap
     * @param before open time of the first candle after it
     * @param missing candles that would fit between the two, closed hours included
     */
    public record Gap(Instant after, Instant before, long missing) {}
}
