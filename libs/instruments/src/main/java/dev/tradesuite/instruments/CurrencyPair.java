package dev.tradesuite.instruments;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Two currencies whose exchange rate has a price.
 *
 * @param base the one that is priced
 * @param quote the one the price is in
 */
public record CurrencyPair(String base, String quote) {

    private static final Pattern SIX_LETTERS = Pattern.compile("[A-Z]{6}");

    /** Reads a symbol of two ISO 4217 codes such as {@code EURUSD}; empty for anything else. */
    public static Optional<CurrencyPair> ofIsoCodes(String symbol) {
        return SIX_LETTERS.matcher(symbol).matches()
                ? Optional.of(new CurrencyPair(symbol.substring(0, 3), symbol.substring(3)))
                : Optional.empty();
    }
}
