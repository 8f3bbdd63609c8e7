package dev.tradesuite.broker.paper;

import dev.tradesuite.broker.BrokerCandle;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;

/**
 * Where the market was for a while.
 *
 * @param first first price
 * @param high highest price
 * @param low lowest price
 */
record PriceRange(BigDecimal first, BigDecimal high, BigDecimal low) {

    /** One price. */
    static PriceRange at(BigDecimal price) {
        return new PriceRange(price, price, price);
    }

    static PriceRange of(BrokerCandle candle) {
        return new PriceRange(candle.open(), candle.high(), candle.low());
    }

    /** The price the side would like most. */
    BigDecimal best(Side side) {
        return side == Side.BUY ? low : high;
    }

    BigDecimal worst(Side side) {
        return side == Side.BUY ? high : low;
    }
}
