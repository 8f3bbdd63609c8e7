package dev.tradesuite.brain.candle;

/** What is odd about a stored candle; kept with it as a sum of bits. */
public enum CandleFlag {
    /** Open, high, low and close are one price: perhaps a single quote, so the range says nothing. */
    FLAT(1),
    /** The source says that the volume is zero. */
    ZERO_VOLUME(2),
    /** A time rule of the import read the label in another zone than it claims. */
    TIME_MOVED(4),
    /** A price is beyond the collar of the candle before, and the next candle has not confirmed it: marks nothing. */
    IMPLAUSIBLE(8);

    private final int bit;

    CandleFlag(int bit) {
        this.bit = bit;
    }

    /** The bit that stands for this flag. */
    public int bit() {
        return bit;
    }
}
