package dev.tradesuite.training.bars;

import dev.tradesuite.learning.feature.PriceBars;
import dev.tradesuite.training.TrainingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects bars one by one and refuses those that cannot be: out of order, or with prices that contradict one another.
 */
final class BarList {

    private final List<double[]> prices = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();

    /**
     * Adds the next bar.
     *
     * @param where line or page, for the message
     */
    void add(Instant openTime, double open, double high, double low, double close, String where) {
        long millis = openTime.toEpochMilli();
        if (!times.isEmpty() && millis <= times.getLast()) {
            throw new TrainingException(
                    "%s: the bar of %s is not later than the one before".formatted(where, openTime));
        }
        boolean sound = low > 0
                && high < Double.POSITIVE_INFINITY
                && low <= Math.min(open, close)
                && high >= Math.max(open, close);
        if (!sound) {
            throw new TrainingException("%s: the prices of the bar of %s contradict one another: %s, %s, %s, %s"
                    .formatted(where, openTime, open, high, low, close));
        }
        times.add(millis);
        prices.add(new double[] {open, high, low, close});
    }

    PriceBars bars() {
        double[][] columns = new double[4][times.size()];
        for (int bar = 0; bar < times.size(); bar++) {
            for (int column = 0; column < columns.length; column++) {
                columns[column][bar] = prices.get(bar)[column];
            }
        }
        return new PriceBars(
                times.stream().mapToLong(Long::longValue).toArray(), columns[0], columns[1], columns[2], columns[3]);
    }
}
