package dev.tradesuite.brain.candle;

import dev.tradesuite.contracts.brain.RowRefusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of every row of an import. Rows read = stored + replaced + duplicate + refused.
 *
 * @param order what was asked for
 * @param rowsRead rows of the source
 * @param refusedByReason number of refused rows by reason
 * @param refusals the first refused rows by line, at most {@link #REPORTED_REFUSALS}
 * @param symbols figures of each symbol with a readable row, by symbol
 * @param warnings what is odd about the whole, in sentences
 * @param elapsed time the import took
 */
public record ImportResult(
        ImportOrder order,
        long rowsRead,
        Map<RowRefusal, Long> refusedByReason,
        List<RefusedRow> refusals,
        List<SymbolResult> symbols,
        List<String> warnings,
        Duration elapsed) {

    /** Refused rows an import reports one by one; all are counted. */
    public static final int REPORTED_REFUSALS = 1_000;

    /** New candles. */
    public long stored() {
        return symbols.stream().mapToLong(symbol -> symbol.merge().stored()).sum();
    }

    /** Candles given new prices. */
    public long replaced() {
        return symbols.stream().mapToLong(symbol -> symbol.merge().replaced()).sum();
    }

    /** Rows whose candle was there with the same prices. */
    public long duplicate() {
        return symbols.stream().mapToLong(symbol -> symbol.merge().duplicate()).sum();
    }

    /** Rows that were not stored. */
    public long refused() {
        return refusedByReason.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Figures of one symbol.
     *
     * @param merge what became of its rows
     * @param first open time of the first candle of the source
     * @param last open time of the last candle of the source
     * @param gaps missing candles between the two
     */
    public record SymbolResult(SymbolMerge merge, @Nullable Instant first, @Nullable Instant last, Gaps gaps) {}
}
