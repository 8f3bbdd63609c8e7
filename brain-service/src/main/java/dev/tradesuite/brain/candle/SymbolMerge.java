package dev.tradesuite.brain.candle;

/**
 * What became of a symbol's rows. Rows = stored + replaced + duplicate + conflicting + overlapping.
 *
 * @param symbol instrument
 * @param stored new candles
 * @param replaced candles given new prices
 * @param duplicate rows whose candle was there with the same prices
 * @param conflicting rows refused because the candle was there with other prices
 * @param overlapping rows refused because they would overlap a stored candle
 * @param flat candles stored or replaced that are flat
 * @param zeroVolume candles stored or replaced with a volume of zero
 * @param timeMoved candles stored or replaced whose time a rule moved
 * @param withoutVolume candles stored or replaced without a volume
 * @param adjusted candles stored or replaced with an adjusted close
 * @param implausible candles that are not believed since this write, because of their prices or of those around them
 */
public record SymbolMerge(
        String symbol,
        long stored,
        long replaced,
        long duplicate,
        long conflicting,
        long overlapping,
        long flat,
        long zeroVolume,
        long timeMoved,
        long withoutVolume,
        long adjusted,
        long implausible) {

    /** The same with a number of implausible candles. */
    public SymbolMerge withImplausible(long count) {
        return new SymbolMerge(
                symbol,
                stored,
                replaced,
                duplicate,
                conflicting,
                overlapping,
                flat,
                zeroVolume,
                timeMoved,
                withoutVolume,
                adjusted,
                count);
    }
}
