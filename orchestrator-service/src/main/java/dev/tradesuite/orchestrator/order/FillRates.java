package dev.tradesuite.orchestrator.order;

import dev.tradesuite.broker.BrokerExecution;
import dev.tradesuite.instruments.ConversionRates;
import dev.tradesuite.instruments.CurrencyConversion;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.orchestrator.order.OrderFill.FillRate;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the broker's executions into fills, with the conversion to the account currency of that moment.
 *
 * <p>A pair is converted at its stored price or at the one the order was made with, whichever is nearer in time to the
 * fill. What was filled has to be booked, so a price that is too old is used when there is no other; the fill says so.
 */
public final class FillRates {

    private final InstrumentCatalog catalog;
    private final ClosingPrices stored;
    private final Duration maxAge;

    /** @param maxAge how old a price may be without the fill saying that it is stale */
    public FillRates(InstrumentCatalog catalog, ClosingPrices stored, Duration maxAge) {
        this.catalog = catalog;
        this.stored = stored;
        this.maxAge = maxAge;
    }

    OrderFill fill(TradeOrder order, BrokerExecution execution) {
        return new OrderFill(
                execution.id(),
                execution.lots(),
                execution.price(),
                execution.commission(),
                conversion(order, execution),
                execution.at());
    }

    private FillRate conversion(TradeOrder order, BrokerExecution execution) {
        Instrument instrument = instrument(order.terms().symbol());
        String currency = order.origin().accountCurrency();
        // Most instruments convert by their own price, or not at all; then nobody is asked.
        Optional<CurrencyConversion> byItself = ConversionRates.of(catalog, Map.of())
                .with(instrument, execution.price())
                .find(instrument.quote(), currency);
        if (byItself.isPresent()) {
            return of(byItself.get(), Map.of(), instrument, execution);
        }
        Map<String, ClosingPrice> prices = prices(order, instrument, execution.at());
        Map<String, BigDecimal> plain = new HashMap<>();
        prices.forEach((symbol, price) -> plain.put(symbol, price.price()));
        CurrencyConversion found = ConversionRates.of(catalog, plain)
                .with(instrument, execution.price())
                .find(instrument.quote(), currency)
                .orElseThrow(() -> new IllegalStateException("%s of %s cannot be converted to %s"
                        .formatted(instrument.quote(), order.clientOrderId(), currency)));
        return of(found, prices, instrument, execution);
    }

    /** The nearest price of each pair that leads from the one currency to the other. */
    private Map<String, ClosingPrice> prices(TradeOrder order, Instrument instrument, Instant filledAt) {
        Map<String, ClosingPrice> nearest = new HashMap<>(stored.newest(
                catalog.symbolsToConvert(instrument.quote(), order.origin().accountCurrency())));
        order.origin()
                .conversionPrices()
                .forEach((symbol, price) -> nearest.merge(
                        symbol,
                        new ClosingPrice(price, order.createdAt()),
                        (known, own) ->
                                own.distanceTo(filledAt).compareTo(known.distanceTo(filledAt)) <= 0 ? own : known));
        return nearest;
    }

    private FillRate of(
            CurrencyConversion found,
            Map<String, ClosingPrice> prices,
            Instrument instrument,
            BrokerExecution execution) {
        Map<String, ClosingPrice> used = new HashMap<>(prices);
        used.put(instrument.symbol(), new ClosingPrice(execution.price(), execution.at()));
        used.keySet().retainAll(found.symbols());
        boolean stale = used.values().stream()
                .anyMatch(price -> price.distanceTo(execution.at()).compareTo(maxAge) > 0);
        return new FillRate(found.rate(), used, stale);
    }

    private Instrument instrument(String symbol) {
        return catalog.find(symbol)
                .orElseThrow(() -> new IllegalStateException(symbol + " is no longer in the instrument catalogue"));
    }
}
