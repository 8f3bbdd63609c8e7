package dev.tradesuite.learning.model;

import java.time.Instant;
import java.util.Locale;

/**
 * Says which version is in use for a symbol and timeframe.
 *
 * @param kind which of the models it is
 * @param symbol instrument, as the name of the note has it
 * @param timeframe length of a bar, such as {@code M5}
 * @param version name of the version; whatever the note holds, so perhaps the name of none
 * @param since when the note was written
 */
public record ModelNote(ModelKind kind, String symbol, String timeframe, String version, Instant since) {

    /** Name of the note, such as {@code ML_XGB.EURUSD.M5}. */
    public String name() {
        return nameOf(kind, symbol, timeframe);
    }

    static String nameOf(ModelKind kind, String symbol, String timeframe) {
        return "%s.%s.%s".formatted(kind, symbolOf(symbol), timeframe);
    }

    /** A symbol as it can stand in the name of a file. */
    static String symbolOf(String symbol) {
        return symbol.toUpperCase(Locale.ROOT).replace('/', '_');
    }
}
