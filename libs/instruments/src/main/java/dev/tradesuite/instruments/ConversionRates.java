package dev.tradesuite.instruments;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Prices of currency pairs, and the conversions they allow: along a pair, against it, or over one currency in between.
 *
 * <p>Immutable. Where several ways lead from one currency to another, the shortest is taken, the direct pair before the
 * inverse, and of the currencies in between USD, then EUR, then the first of the alphabet: the same prices always give
 * the same conversion.
 */
public final class ConversionRates {

    private static final String[] PREFERRED_PIVOTS = {"USD", "EUR"};

    private final Map<CurrencyPair, Rate> rates;

    private ConversionRates(Map<CurrencyPair, Rate> rates) {
        this.rates = rates;
    }

    /** No prices: a currency converts to itself only. */
    public static ConversionRates none() {
        return new ConversionRates(Map.of());
    }

    /**
     * Conversions from prices by pair symbol, such as {@code USDJPY: 150}.
     *
     * @throws IllegalArgumentException when a symbol is not a pair of currencies or a price is not above 0
     */
    public static ConversionRates of(InstrumentCatalog catalog, Map<String, BigDecimal> pricesBySymbol) {
        Map<CurrencyPair, Rate> rates = HashMap.newHashMap(pricesBySymbol.size());
        catalog.bySymbol(pricesBySymbol).forEach((symbol, price) -> {
            CurrencyPair pair = catalog.currencyPair(symbol)
                    .orElseThrow(() -> new IllegalArgumentException(symbol + " is not a pair of currencies"));
            rates.put(pair, new Rate(symbol, price));
        });
        return new ConversionRates(rates);
    }

    /**
     * The same rates with the instrument's own price among them; nothing is added for a stock, which is no currency.
     *
     * <p>It replaces another price of the pair: the trade at hand is the newest thing known about it. A made-up price
     * does not replace the market's.
     */
    public ConversionRates with(Instrument instrument, BigDecimal price) {
        if (!instrument.assetClass().isExchangeRate()) {
            return this;
        }
        Map<CurrencyPair, Rate> more = new HashMap<>(rates);
        CurrencyPair pair = new CurrencyPair(instrument.base(), instrument.quote());
        Rate own = new Rate(instrument.symbol(), price);
        if (instrument.seriesKind() == SeriesKind.MARKET) {
            more.put(pair, own);
        } else {
            more.putIfAbsent(pair, own);
        }
        return new ConversionRates(more);
    }

    /** How to convert, or empty when the prices allow no way of at most two steps. */
    public Optional<CurrencyConversion> find(String from, String to) {
        if (from.equals(to)) {
            return Optional.of(CurrencyConversion.none(from));
        }
        return oneStep(from, to).or(() -> twoSteps(from, to));
    }

    private Optional<CurrencyConversion> oneStep(String from, String to) {
        CurrencyPair along = new CurrencyPair(from, to);
        Rate direct = rates.get(along);
        if (direct != null) {
            return Optional.of(CurrencyConversion.direct(along, direct.symbol, direct.price));
        }
        CurrencyPair against = new CurrencyPair(to, from);
        Rate inverse = rates.get(against);
        return inverse == null
                ? Optional.empty()
                : Optional.of(CurrencyConversion.inverse(against, inverse.symbol, inverse.price));
    }

    private Optional<CurrencyConversion> twoSteps(String from, String to) {
        for (String pivot : PREFERRED_PIVOTS) {
            Optional<CurrencyConversion> over = over(pivot, from, to);
            if (over.isPresent()) {
                return over;
            }
        }
        TreeSet<String> pivots = new TreeSet<>();
        rates.keySet().forEach(pair -> {
            pivots.add(pair.base());
            pivots.add(pair.quote());
        });
        return pivots.stream().flatMap(pivot -> over(pivot, from, to).stream()).findFirst();
    }

    private Optional<CurrencyConversion> over(String pivot, String from, String to) {
        return oneStep(from, pivot).flatMap(first -> oneStep(pivot, to).map(first::then));
    }

    private record Rate(String symbol, BigDecimal price) {

        Rate {
            if (price.signum() <= 0) {
                throw new IllegalArgumentException(
                        "price of " + symbol + " must be above 0, was " + price.toPlainString());
            }
        }
    }
}
