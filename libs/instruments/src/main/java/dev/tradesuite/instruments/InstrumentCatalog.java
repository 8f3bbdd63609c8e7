package dev.tradesuite.instruments;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The instruments that can be traded, by symbol.
 *
 * <p>A lookup reads a symbol as people, files and charts write it: {@code eurusd}, {@code EUR/USD} and
 * {@code OANDA:EURUSD} find EURUSD; {@link SymbolSpelling} says what else does. {@link Instrument#symbol()} is the name
 * to store, send and compare from then on. {@code EURUSD.SIM} and {@code EURUSD.REPLAY} are found too: the terms of
 * EURUSD, with prices of their own ({@link SeriesKind}). Immutable; reading it takes no lock.
 */
public final class InstrumentCatalog {

    private static final String SHIPPED = "instruments/instruments.csv";
    private static final List<String> PIVOTS = List.of("USD", "EUR");

    private final Map<String, Instrument> bySymbol;
    private final Map<String, Instrument> withSeries;
    private final List<Instrument> all;
    private final Set<String> currencies;
    private final SymbolSpelling spelling;

    private InstrumentCatalog(Map<String, Instrument> bySymbol) {
        this.bySymbol = bySymbol;
        this.all = List.copyOf(bySymbol.values());
        this.currencies = all.stream()
                .filter(instrument -> instrument.assetClass().isExchangeRate())
                .flatMap(instrument -> Stream.of(instrument.base(), instrument.quote()))
                .collect(Collectors.toUnmodifiableSet());
        this.spelling = new SymbolSpelling(bySymbol);
        this.withSeries = HashMap.newHashMap(3 * all.size());
        all.stream()
                .flatMap(instrument ->
                        Stream.of(SeriesKind.values()).flatMap(kind -> instrument.inSeries(kind).stream()))
                .forEach(instrument -> withSeries.put(instrument.symbol(), instrument));
        withSeries.putAll(bySymbol);
    }

    /** The instruments the suite comes with. */
    public static InstrumentCatalog shipped() {
        return of(CatalogFile.shipped(SHIPPED));
    }

    /** A catalogue of just these; of two with one symbol the later counts. */
    public static InstrumentCatalog of(List<Instrument> instruments) {
        Map<String, Instrument> bySymbol = LinkedHashMap.newLinkedHashMap(instruments.size());
        instruments.forEach(instrument -> bySymbol.put(instrument.symbol(), instrument));
        return new InstrumentCatalog(bySymbol);
    }

    /**
     * These instruments and those of the file, which has the same format as the shipped one; an instrument of the file
     * replaces the one with its symbol.
     *
     * @throws CatalogException when the file cannot be read or has a fault; the message names line and field
     */
    public InstrumentCatalog withOverlay(Path file) {
        List<Instrument> instruments = new ArrayList<>(all);
        instruments.addAll(CatalogFile.read(file));
        return of(instruments);
    }

    /** The instrument that is meant by a symbol, however it is written. */
    public Optional<Instrument> find(String symbol) {
        Instrument exact = withSeries.get(symbol);
        return exact != null ? Optional.of(exact) : spelling.read(symbol);
    }

    /** Why no instrument is found by this symbol, as a sentence without the symbol. */
    public String refusal(String symbol) {
        return spelling.refusal(symbol);
    }

    /** The same prices under the symbols of the catalogue; a symbol it does not have is kept. */
    public Map<String, BigDecimal> bySymbol(Map<String, BigDecimal> prices) {
        Map<String, BigDecimal> named = HashMap.newHashMap(prices.size());
        prices.forEach((written, price) ->
                named.put(find(written).map(Instrument::symbol).orElse(written), price));
        return named;
    }

    /** Every instrument, in the order of the files; made-up series of them are not among these. */
    public List<Instrument> all() {
        return all;
    }

    /**
     * The currencies a symbol is the rate of: those of a known instrument, else two ISO codes or two currencies the
     * catalogue knows, such as USDT and EUR in {@code USDTEUR}; empty for a stock, and for a series whose prices are
     * not the market's.
     */
    public Optional<CurrencyPair> currencyPair(String symbol) {
        Optional<Instrument> known = find(symbol);
        return known.isPresent()
                ? known.filter(instrument -> instrument.assetClass().isExchangeRate()
                                && instrument.seriesKind() == SeriesKind.MARKET)
                        .map(instrument -> new CurrencyPair(instrument.base(), instrument.quote()))
                : CurrencyPair.ofIsoCodes(symbol).or(() -> pairOfKnown(symbol));
    }

    private Optional<CurrencyPair> pairOfKnown(String symbol) {
        return IntStream.range(1, symbol.length())
                .mapToObj(i -> new CurrencyPair(symbol.substring(0, i), symbol.substring(i)))
                .filter(pair -> currencies.contains(pair.base()) && currencies.contains(pair.quote()))
                .findFirst();
    }

    /**
     * Symbols whose prices help to convert one currency to another: the pair of the two, and their pairs with USD and
     * EUR. Empty when nothing needs converting or the catalogue has no such pair.
     */
    public List<String> symbolsToConvert(String from, String to) {
        Set<String> symbols = new LinkedHashSet<>();
        addPairOf(from, to, symbols);
        if (!from.equals(to)) {
            for (String pivot : PIVOTS) {
                addPairOf(from, pivot, symbols);
                addPairOf(pivot, to, symbols);
            }
        }
        return List.copyOf(symbols);
    }

    private void addPairOf(String oneCurrency, String otherCurrency, Set<String> symbols) {
        for (String symbol : List.of(oneCurrency + otherCurrency, otherCurrency + oneCurrency)) {
            Instrument pair = bySymbol.get(symbol);
            if (pair != null && pair.assetClass().isExchangeRate()) {
                symbols.add(symbol);
            }
        }
    }
}
