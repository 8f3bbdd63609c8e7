package dev.tradesuite.quant.optimiser;

import java.util.List;

/**
 * The whole efficient frontier by its corners, the least variance first. Any portfolio on it is an interpolation
 * between two corners.
 */
final class EfficientLine {

    private final List<Corner> corners;

    EfficientLine(List<Corner> corners) {
        this.corners = List.copyOf(corners);
    }

    List<Corner> corners() {
        return corners;
    }

    Corner least() {
        return corners.getFirst();
    }

    Corner top() {
        return corners.getLast();
    }

    /** The point of a tolerance of risk; from the last corner's on always the top. */
    FrontierPoint at(double tolerance) {
        int next = firstCorner(corner -> corner.tolerance() >= tolerance);
        if (next == corners.size()) {
            return new FrontierPoint(tolerance, top().weights());
        }
        Segment segment = segmentUpTo(next);
        return segment.at(segment.shareOf(tolerance));
    }

    /** The point of the largest (return - free rate) / volatility; the top must beat the free rate. */
    FrontierPoint maxSharpe(double freeRate) {
        Corner top = top();
        double ofTop = top.variance() / (top.expectedReturn() - freeRate);
        if (ofTop >= top.tolerance()) {
            return new FrontierPoint(ofTop, top.weights());
        }
        for (int high = corners.size() - 1; high > 0; high--) {
            double tolerance = segmentUpTo(high).toleranceOfMaxSharpe(freeRate);
            if (tolerance >= corners.get(high - 1).tolerance()) {
                return at(Math.min(tolerance, corners.get(high).tolerance()));
            }
        }
        return at(0);
    }

    /** The point of a return between that of the least variance and the top's. */
    FrontierPoint ofReturn(double expectedReturn) {
        int high = Math.min(corners.size() - 1, firstCorner(corner -> corner.expectedReturn() >= expectedReturn));
        Segment segment = segmentUpTo(high);
        return segment.at(segment.shareOfReturn(expectedReturn));
    }

    /** The point of a variance from the least one on; above the top's it is the top. */
    FrontierPoint ofVariance(double variance) {
        int high = firstCorner(corner -> corner.variance() >= variance);
        if (high == corners.size()) {
            return new FrontierPoint(top().tolerance(), top().weights());
        }
        Segment segment = segmentUpTo(high);
        return segment.at(segment.shareOfVariance(variance));
    }

    @FunctionalInterface
    private interface Condition {

        boolean holds(Corner corner);
    }

    /** Index of the first corner for which a condition holds, which then holds for all that follow. */
    private int firstCorner(Condition condition) {
        int low = 0;
        int high = corners.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (condition.holds(corners.get(middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private Segment segmentUpTo(int high) {
        return new Segment(corners.get(Math.max(0, high - 1)), corners.get(high));
    }
}
