package dev.tradesuite.signals.position;

import dev.tradesuite.instruments.CurrencyConversion;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Values positions at a price of the moment. */
public final class PositionValues {

    private static final String CURRENCY = "USD";

    private PositionValues() {}

    /**
     * The position at a price. Where that does not say what its quote currency is worth, the rate of the last bar does.
     */
    public static ModelPosition at(ModelPosition position, Instrument instrument, BigDecimal price) {
        BigDecimal gained =
                price.subtract(position.entryPrice()).multiply(position.size().quantity());
        BigDecimal profit = conversion(instrument, price, position.worth().rate())
                .convert(position.direction() == Direction.LONG ? gained : gained.negate(), RoundingMode.HALF_EVEN);
        return position.worth(
                new ModelPosition.Worth(price, profit, position.worth().rate()));
    }

    private static CurrencyConversion conversion(Instrument instrument, BigDecimal price, BigDecimal rate) {
        if (instrument.quote().equals(CURRENCY)) {
            return CurrencyConversion.none(CURRENCY);
        }
        return instrument.base().equals(CURRENCY)
                ? new CurrencyConversion(
                        instrument.quote(), CURRENCY, BigDecimal.ONE, price, "1/" + instrument.symbol())
                : new CurrencyConversion(instrument.quote(), CURRENCY, rate, BigDecimal.ONE, instrument.symbol());
    }
}
