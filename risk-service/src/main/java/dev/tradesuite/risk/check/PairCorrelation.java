package dev.tradesuite.risk.check;

/** Correlation of the returns of two symbols, or why there is none. */
public sealed interface PairCorrelation {

    /**
     * A correlation.
     *
     * @param value -1 to 1
     * @param returns number of returns it rests on
     */
    record Known(double value, int returns) implements PairCorrelation {

        public Known {
            if (!(value >= -1 && value <= 1)) {
                throw new IllegalArgumentException("correlation must be -1 to 1, was " + value);
            }
        }
    }

    /**
     * No correlation.
     *
     * @param message why, such as {@code 12 common returns of 30 needed}
     */
    record Missing(String message) implements PairCorrelation {}
}
