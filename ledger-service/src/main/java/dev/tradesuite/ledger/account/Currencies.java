package dev.tradesuite.ledger.account;

import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Currencies an account can be kept in: those the catalogue's instruments are priced in or exchanged for.
 *
 * <p>No profit could ever be converted to another one.
 */
public final class Currencies {

    private final SortedSet<String> known;

    public Currencies(InstrumentCatalog catalog) {
        known = catalog.all().stream().flatMap(Currencies::of).collect(Collectors.toCollection(TreeSet::new));
    }

    public boolean isKnown(String currency) {
        return known.contains(currency);
    }

    /** All of them. */
    Set<String> all() {
        return known;
    }

    /** All of them, separated by commas. */
    public String known() {
        return String.join(", ", known);
    }

    private static Stream<String> of(Instrument instrument) {
        return instrument.assetClass().isExchangeRate()
                ? Stream.of(instrument.base(), instrument.quote())
                : Stream.of(instrument.quote());
    }
}
