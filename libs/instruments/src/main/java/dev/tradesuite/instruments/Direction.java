package dev.tradesuite.instruments;

/** Direction of a position. */
public enum Direction {
    /** Bought: gains when the price rises. */
    LONG,
    /** Sold: gains when the price falls. */
    SHORT,
    /** No position. */
    FLAT;

    /** The direction an order of this side opens. */
    public static Direction openedBy(Side side) {
        return switch (side) {
            case BUY -> LONG;
            case SELL -> SHORT;
        };
    }

    /** 1 for LONG, -1 for SHORT, 0 for FLAT: the sign of the profit when the price rises. */
    public int sign() {
        return switch (this) {
            case LONG -> 1;
            case SHORT -> -1;
            case FLAT -> 0;
        };
    }
}
