package dev.tradesuite.brain.candle;

import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds instruments by what files call them: {@code usdcop}, {@code USD/COP}, {@code USD-COP} and {@code BTC_USDT}. */
public final class SymbolNames {

    private static final Pattern SEPARATORS = Pattern.compile("[/_ -]");

    private final InstrumentCatalog catalog;

    public SymbolNames(InstrumentCatalog catalog) {
        this.catalog = catalog;
    }

    /** The catalogue's symbol of a name. */
    public Optional<String> find(String name) {
        Optional<Instrument> exact = catalog.find(name);
        return exact.isPresent()
                ? exact.map(Instrument::symbol)
                : catalog.find(SEPARATORS.matcher(name).replaceAll("")).map(Instrument::symbol);
    }
}
