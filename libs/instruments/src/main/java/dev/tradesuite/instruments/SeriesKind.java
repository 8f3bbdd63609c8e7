package dev.tradesuite.instruments;

import java.util.Arrays;

/**
 * Where the prices of a symbol come from: the market, or a series of its own beside the market's, which the ending of
 * the symbol names. {@code EURUSD.SIM} has the contract terms of EURUSD and prices that are made up.
 *
 * <p>Prices of the one never stand in a series of the other, and prices that are not the market's convert no currency.
 */
public enum SeriesKind {
    /** What the market paid. */
    MARKET("", ""),
    /** Made by the simulator. */
    SIMULATED(".SIM", "simulator"),
    /** Recorded prices, played again as if they were of now. */
    REPLAYED(".REPLAY", "replay");

    private final String ending;
    private final String source;

    SeriesKind(String ending, String source) {
        this.ending = ending;
        this.source = source;
    }

    /** The kind of series a symbol in upper case names. */
    public static SeriesKind of(String symbol) {
        return Arrays.stream(values())
                .filter(kind -> kind != MARKET && symbol.endsWith(kind.ending))
                .findFirst()
                .orElse(MARKET);
    }

    /** Symbol of this series of an instrument of the market. */
    public String symbolOf(String marketSymbol) {
        return marketSymbol + ending;
    }

    /** Symbol of the instrument whose terms a symbol of this series has. */
    public String marketSymbol(String symbol) {
        return symbol.endsWith(ending) ? symbol.substring(0, symbol.length() - ending.length()) : symbol;
    }

    /** Whether a source may write such a series: only its own writes a made-up one, and that writes no other. */
    public boolean takes(String writer) {
        return this == MARKET
                ? Arrays.stream(values()).noneMatch(kind -> kind != MARKET && kind.source.equalsIgnoreCase(writer))
                : source.equals(writer);
    }

    /** Name of the one source of a made-up series; empty for the market, which has many. */
    public String source() {
        return source;
    }
}
