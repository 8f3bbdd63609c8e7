package dev.tradesuite.orchestrator.order;

import dev.tradesuite.instruments.ConversionRates;
import dev.tradesuite.instruments.CurrencyConversion;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.orchestrator.order.BrokerOrder.Execution;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes the broker's executions into fills, with the conversion to the account currency of that moment.
 *
 * <p>Prices of other pairs are those of the order, replaced by newer ones where some are known.
 */
public final class FillRates {

    private final InstrumentCatalog catalog;
    private final RecentPrices recent;

    public FillRates(InstrumentCatalog catalog, RecentPrices recent) {
        this.catalog = catalog;
        this.recent = recent;
    }

    Fill fill(Order order, Execution execution) {
        OrderOrigin origin = order.origin();
        Instrument instrument = instrument(order.terms().symbol());
        Map<String, BigDecimal> prices = new HashMap<>(origin.conversionPrices());
        prices.replaceAll(
                (symbol, price) -> recent.newerThan(symbol, order.createdAt()).orElse(price));
        CurrencyConversion conversion = ConversionRates.of(catalog, prices)
                .with(instrument, execution.price())
                .find(instrument.quote(), origin.accountCurrency())
                .orElseThrow(() -> new IllegalStateException("%s of %s cannot be converted to %s"
                        .formatted(instrument.quote(), order.clientOrderId(), origin.accountCurrency())));
        prices.put(instrument.symbol(), execution.price());
        prices.keySet().retainAll(conversion.symbols());
        return new Fill(
                execution.id(),
                execution.lots(),
                execution.price(),
                execution.commission(),
                conversion.rate(),
                prices,
                execution.at());
    }

    private Instrument instrument(String symbol) {
        return catalog.find(symbol)
                .orElseThrow(() -> new IllegalStateException(symbol + " is no longer in the instrument catalogue"));
    }
}
