package dev.tradesuite.ledger.position;

import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;

/** Direction of an open position. */
public enum Direction {
    /** Bought: gains when the price rises. */
    LONG(BigDecimal.ONE),
    /** Sold: gains when the price falls. */
    SHORT(BigDecimal.ONE.negate());

    private final BigDecimal sign;

    Direction(BigDecimal sign) {
        this.sign = sign;
    }

    /** The direction an order of this side opens. */
    public static Direction openedBy(Side side) {
        return switch (side) {
            case BUY -> LONG;
            case SELL -> SHORT;
        };
    }

    /** 1 for LONG, -1 for SHORT: the sign of the profit when the price rises. */
    public BigDecimal sign() {
        return sign;
    }
}
