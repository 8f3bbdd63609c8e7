package dev.tradesuite.accounting.paper;

import dev.tradesuite.instruments.Instrument;
import java.math.BigDecimal;

/** What spreads and slippage are counted in. */
public enum CostUnit {
    /** The price itself. */
    PRICE,
    /** Pips of the instrument. */
    PIPS,
    /** Basis points, hundredths of a percent of the price. */
    BP;

    private static final int BASIS_POINT = 4;

    /** The distance in units of the price. */
    BigDecimal inPrice(BigDecimal distance, Instrument instrument, BigDecimal price) {
        return switch (this) {
            case PRICE -> distance;
            case PIPS -> distance.multiply(instrument.pipSize());
            case BP -> distance.multiply(price).movePointLeft(BASIS_POINT);
        };
    }
}
