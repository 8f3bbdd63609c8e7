package dev.tradesuite.quant.indicator;

import java.util.Optional;

/**
 * Bands around the mean of the newest closes, as wide as these scatter (Bollinger on Bollinger Bands, 2001).
 *
 * @param lower middle - deviations x standard deviation, a price
 * @param middle plain mean of the closes, a price
 * @param upper middle + deviations x standard deviation, a price
 */
public record BollingerBands(double lower, double middle, double upper) {

    /**
     * The bands on the last close; empty with fewer closes than they take. The standard deviation is that of the
     * population: the square root of the mean squared distance from the middle.
     *
     * @param close prices, oldest first
     * @param count closes that are taken, usually 20
     * @param deviations standard deviations from the middle to a band, usually 2
     */
    public static Optional<BollingerBands> on(double[] close, int count, double deviations) {
        int from = close.length - count;
        if (from < 0) {
            return Optional.empty();
        }
        double sum = 0;
        for (int i = from; i < close.length; i++) {
            sum += close[i];
        }
        double middle = sum / count;
        double squares = 0;
        for (int i = from; i < close.length; i++) {
            squares += (close[i] - middle) * (close[i] - middle);
        }
        double reach = deviations * Math.sqrt(squares / count);
        return Optional.of(new BollingerBands(middle - reach, middle, middle + reach));
    }
}
