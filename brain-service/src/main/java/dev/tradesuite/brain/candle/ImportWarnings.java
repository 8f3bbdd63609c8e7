package dev.tradesuite.brain.candle;

import dev.tradesuite.contracts.market.Timeframe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is odd about an import as a whole, in sentences for the person who ran it. */
final class ImportWarnings {

    private static final int MANY_PERCENT = 50;

    private ImportWarnings() {}

    static List<String> of(
            Timeframe timeframe, long rowsRead, List<ImportResult.SymbolResult> symbols, List<String> splits) {
        List<String> warnings = new ArrayList<>();
        if (rowsRead == 0) {
            warnings.add("The source has a header but no rows.");
        }
        for (ImportResult.SymbolResult symbol : symbols) {
            SymbolMerge merge = symbol.merge();
            Duration step = symbol.gaps().commonestStep();
            if (step.compareTo(timeframe.length()) > 0) {
                warnings.add("%s: candles are mostly %s apart, not %s; the timeframe %s may be wrong."
                        .formatted(merge.symbol(), words(step), words(timeframe.length()), timeframe));
            }
            if (merge.implausible() > 0) {
                warnings.add(("%s: candles too far from those around them to be believed: %d. They are stored, but mark"
                                + " nothing, and no indicator reads them.")
                        .formatted(merge.symbol(), merge.implausible()));
            }
            long written = merge.stored() + merge.replaced();
            if (isMany(merge.flat(), written)) {
                warnings.add("%s: %s %% of the candles are flat, so indicators of the range say nothing there."
                        .formatted(merge.symbol(), percent(merge.flat(), written)));
            }
            if (merge.adjusted() > 0) {
                warnings.add(
                        ("%s: %s candles have an adjusted close beside their close; returns for correlations use it,"
                                        + " prices do not.")
                                .formatted(merge.symbol(), merge.adjusted()));
            }
            if (isMany(merge.withoutVolume(), written)) {
                warnings.add("%s: %s %% of the candles have no volume."
                        .formatted(merge.symbol(), percent(merge.withoutVolume(), written)));
            }
            if (isMany(merge.zeroVolume(), written)) {
                warnings.add("%s: %s %% of the candles have a volume of zero."
                        .formatted(merge.symbol(), percent(merge.zeroVolume(), written)));
            }
        }
        warnings.addAll(splits);
        return List.copyOf(warnings);
    }

    private static boolean isMany(long part, long whole) {
        return part * 100 > whole * MANY_PERCENT;
    }

    private static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.1f", 100.0 * part / whole);
    }

    private static String words(Duration duration) {
        if (duration.toMinutes() % 1440 == 0) {
            return duration.toDays() + " d";
        }
        return duration.toMinutes() % 60 == 0 ? duration.toHours() + " h" : duration.toMinutes() + " min";
    }
}
