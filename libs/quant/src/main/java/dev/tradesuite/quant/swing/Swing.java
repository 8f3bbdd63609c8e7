package dev.tradesuite.quant.swing;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A move of the price from one pivot to the opposite one.
 *
 * @param start where the move began: a low for a move up, a high for a move down
 * @param end where it ended
 */
public record Swing(Pivot start, Pivot end) {

    public Swing {
        if (start.top() == end.top() || start.top() == (end.price() > start.price())) {
            throw new IllegalArgumentException(
                    "a swing goes from a low up to a high or from a high down to a low, was " + start + " to " + end);
        }
    }

    /**
     * The newest swing of at least a size.
     *
     * <p>Walks the pivots from the oldest: a further pivot of the same kind that goes beyond the end moves the end, an
     * opposite pivot far enough away ends the swing and begins the next one, a nearer one is noise.
     *
     * @param pivots oldest first
     * @param minSize smallest distance between start and end in price units, above zero
     */
    public static Optional<Swing> newest(List<Pivot> pivots, double minSize) {
        if (!(minSize > 0)) {
            throw new IllegalArgumentException("the smallest swing must be above zero, was " + minSize);
        }
        Pivot start = null;
        Pivot end = null;
        for (Pivot pivot : pivots) {
            if (end == null || goesBeyond(pivot, end)) {
                end = pivot;
            } else if (pivot.top() != end.top() && isFarEnough(pivot, end, minSize)) {
                start = end;
                end = pivot;
            }
        }
        return swing(start, end);
    }

    /** Whether the swing goes up. */
    public boolean up() {
        return end.top();
    }

    /** Distance between start and end in price units, above zero. */
    public double size() {
        return Math.abs(end.price() - start.price());
    }

    /** Price after giving back a part of the swing: 0 is its end, 1 its start. */
    public double priceAt(double depth) {
        return end.price() - depth * (end.price() - start.price());
    }

    /** Part of the swing given back at a price: 0 at its end, 1 at its start, negative beyond the end. */
    public double depthAt(double price) {
        return (end.price() - price) / (end.price() - start.price());
    }

    private static boolean goesBeyond(Pivot pivot, Pivot end) {
        return pivot.top() == end.top() && (end.top() ? pivot.price() > end.price() : pivot.price() < end.price());
    }

    /** A top lies above and a bottom below the pivot it is measured from, or it is no swing at all. */
    private static boolean isFarEnough(Pivot pivot, Pivot end, double minSize) {
        double distance = end.top() ? end.price() - pivot.price() : pivot.price() - end.price();
        return distance >= minSize;
    }

    private static Optional<Swing> swing(@Nullable Pivot start, @Nullable Pivot end) {
        return start == null || end == null ? Optional.empty() : Optional.of(new Swing(start, end));
    }
}
