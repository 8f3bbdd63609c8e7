package dev.tradesuite.accounting.account;

import dev.tradesuite.instruments.ConversionRates;
import dev.tradesuite.instruments.InstrumentCatalog;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Prices at one moment, and the conversion rates they give.
 *
 * <p>Immutable. What it does not know it does not answer; a position then keeps the price or rate it has.
 */
public final class ValuationPrices {

    private final Map<String, Mark> marks;
    private final ConversionRates conversions;

    private ValuationPrices(Map<String, Mark> marks, ConversionRates conversions) {
        this.marks = marks;
        this.conversions = conversions;
    }

    /** No prices: every position keeps what it has. */
    public static ValuationPrices none() {
        return new ValuationPrices(Map.of(), ConversionRates.none());
    }

    /** Prices by symbol; those that are an exchange rate convert between currencies too. */
    public static ValuationPrices of(InstrumentCatalog catalog, Map<String, Mark> marks) {
        Map<String, BigDecimal> exchangeRates = HashMap.newHashMap(marks.size());
        marks.forEach(
                (symbol, mark) -> catalog.currencyPair(symbol).ifPresent(_ -> exchangeRates.put(symbol, mark.price())));
        return new ValuationPrices(Map.copyOf(marks), ConversionRates.of(catalog, exchangeRates));
    }

    /**
     * Symbols whose prices decide what a position of this instrument is worth in the currency: its own and those of the
     * pairs that convert.
     */
    public static Set<String> symbolsFor(InstrumentCatalog catalog, String symbol, String currency) {
        Set<String> symbols = new HashSet<>();
        symbols.add(symbol);
        catalog.find(symbol)
                .ifPresent(instrument -> symbols.addAll(catalog.symbolsToConvert(instrument.quote(), currency)));
        return symbols;
    }

    /** The position at these prices where they are newer than what it has. */
    public Position value(Position position, String currency) {
        Mark mark = marks.getOrDefault(position.symbol(), position.mark());
        return position.valuedWith(new Valuation(
                mark, rate(position.instrument().quote(), currency).orElse(position.rate())));
    }

    /** The rate between two currencies, as old as the oldest price it is made of; empty without the prices. */
    private Optional<ConversionRate> rate(String from, String to) {
        return conversions.find(from, to).map(conversion -> conversion.symbols().stream()
                .flatMap(symbol -> Stream.ofNullable(marks.get(symbol)))
                .map(Mark::at)
                .min(Instant::compareTo)
                .map(at -> new ConversionRate(conversion.rate(), at))
                .orElse(ConversionRate.SAME_CURRENCY));
    }
}
