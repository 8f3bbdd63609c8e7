package dev.tradesuite.brain.bar;

import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.candle.CandleStore;
import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.ConversionRates;
import dev.tradesuite.instruments.CurrencyConversion;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** US dollars for a unit of an instrument's quote currency, from stored prices as they were known at a moment. */
public final class DollarRates {

    private static final String DOLLAR = "USD";
    /** A weekend with a holiday; an older price says nothing about now. */
    private static final Duration OLDEST = Duration.ofDays(4);

    private static final MathContext STATED = new MathContext(12);

    private final InstrumentCatalog catalog;
    private final CandleStore candles;

    public DollarRates(InstrumentCatalog catalog, CandleStore candles) {
        this.catalog = catalog;
        this.candles = candles;
    }

    /**
     * The rate at a moment; empty when neither the instrument's own price nor a stored one tells it.
     *
     * @param price price of the instrument at the moment
     * @param series bars to look other prices up in
     */
    Optional<BigDecimal> dollarsPerQuote(Instrument instrument, BigDecimal price, SeriesKey series, Instant at) {
        String quote = instrument.quote();
        if (quote.equals(DOLLAR)) {
            return Optional.of(BigDecimal.ONE);
        }
        if (instrument.base().equals(DOLLAR)) {
            // Its own price, also when it is made up: the account of a made-up market is in that market's dollars.
            return Optional.of(BigDecimal.ONE.divide(price, STATED).stripTrailingZeros());
        }
        return ConversionRates.of(catalog, stored(quote, series.timeframe(), at))
                .find(quote, DOLLAR)
                .map(CurrencyConversion::rate);
    }

    private Map<String, BigDecimal> stored(String quote, Timeframe timeframe, Instant at) {
        Map<String, BigDecimal> prices = new HashMap<>();
        for (String symbol : List.of(quote + DOLLAR, DOLLAR + quote)) {
            if (catalog.find(symbol).isPresent()) {
                CandleSeries newest = candles.closedBefore(symbol, timeframe, at, 1);
                if (!newest.isEmpty() && newest.closeTime(0).plus(OLDEST).isAfter(at)) {
                    prices.put(symbol, BigDecimal.valueOf(newest.close(0)));
                }
            }
        }
        return prices;
    }
}
