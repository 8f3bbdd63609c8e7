package dev.tradesuite.ledger.performance;

import dev.tradesuite.quant.performance.EquityCurve;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Makes curves of what books were worth, with cash flows taken out. */
final class WorthCurve {

    private WorthCurve() {}

    /**
     * What the equity of the first point became: equity at the start x growth / growth at the start. It ends with the
     * point at which nothing was left. Empty when there was nothing to begin with.
     *
     * @param points oldest first
     * @param start moment of the first point; what it was worth then is what it was worth last before
     */
    static Optional<EquityCurve> of(List<WorthPoint> points, Instant start) {
        WorthPoint first = points.getFirst();
        Double base = first.growth();
        if (base == null || base <= 0 || first.equity().signum() <= 0) {
            return Optional.empty();
        }
        double equity = first.equity().doubleValue();
        long[] times = new long[points.size()];
        double[] values = new double[points.size()];
        times[0] = start.toEpochMilli();
        values[0] = equity;
        int size = 1;
        for (WorthPoint point : points.subList(1, points.size())) {
            Double growth = point.growth();
            if (growth == null) {
                break;
            }
            // Two points of one millisecond stay two.
            times[size] = Math.max(point.at().toEpochMilli(), times[size - 1] + 1);
            values[size] = equity * growth / base;
            size++;
        }
        return Optional.of(EquityCurve.of(Arrays.copyOf(times, size), Arrays.copyOf(values, size)));
    }
}
