package dev.tradesuite.orchestrator.approval;

import dev.tradesuite.instruments.ConversionRates;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Lots;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;

/** What trades are worth in the currency of an account: lots x contract size x price x rate. */
record TradeWorth(InstrumentCatalog catalog) {

    /** A trade of so many lots at this price. */
    Sized of(String symbol, Lots lots, BigDecimal price) {
        return new Sized(symbol, lots, price);
    }

    /** A trade that is to be valued. */
    final class Sized {

        private final String symbol;
        private final Lots lots;
        private final BigDecimal price;

        private Sized(String symbol, Lots lots, BigDecimal price) {
            this.symbol = symbol;
            this.lots = lots;
            this.price = price;
        }

        /**
         * Its worth; empty when no price leads to the currency.
         *
         * @param prices of currency pairs, by symbol
         */
        Optional<BigDecimal> in(String currency, Map<String, BigDecimal> prices) {
            Optional<Instrument> instrument = catalog.find(symbol);
            return instrument.flatMap(found -> ConversionRates.of(catalog, prices)
                    .with(found, price)
                    .find(found.quote(), currency)
                    .map(rate -> found.notional(lots, price)
                            .multiply(rate.numerator())
                            .divide(rate.denominator(), MathContext.DECIMAL64)));
        }
    }
}
