package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.linear.Vectors;
import java.util.Arrays;

/**
 * Assets between their bounds, with the inverse of [0 1'; 1 S] over them, S their covariance.
 *
 * <p>The inverse is bordered when an asset comes and shrunk when one goes, both in the square of the number of members.
 * Member p has row p + 1 of the inverse; row 0 is the budget's.
 */
final class FreeSet {

    /** A remaining variance below this part of the asset's own counts as none. */
    private static final double SINGULAR = 1e-11;

    private final double[][] covariance;
    private final int[] members;
    private final double[][] inverse;
    private int size;

    FreeSet(double[][] covariance) {
        this.covariance = covariance;
        this.members = new int[covariance.length];
        this.inverse = new double[covariance.length + 1][];
    }

    int size() {
        return size;
    }

    int member(int position) {
        return members[position];
    }

    /** Starts anew with one asset. */
    void startWith(int asset) {
        size = 1;
        members[0] = asset;
        row(0)[0] = -covariance[asset][asset];
        row(0)[1] = 1;
        row(1)[0] = 1;
        row(1)[1] = 0;
    }

    /** The inverse times a vector of the budget's element and one for each member. */
    double[] solve(double[] right) {
        double[] x = new double[size + 1];
        for (int i = 0; i <= size; i++) {
            Vectors.addScaled(right[i], inverse[i], x, 0, size + 1);
        }
        return x;
    }

    /** How an asset hangs together with the members: the inverse times (1, its covariances with them). */
    double[] dependence(int asset) {
        return solve(border(asset));
    }

    /** Variance that is left of an asset when the members hedge it; 0 when they can copy it. */
    double remainder(int asset, double[] dependence) {
        double own = covariance[asset][asset];
        double left = own - Vectors.dot(border(asset), dependence, 0, size + 1);
        double scale = Math.abs(own) + Math.abs(own - left);
        return left > SINGULAR * scale ? left : 0;
    }

    /** Adds an asset with its {@link #dependence} and {@link #remainder}. */
    void add(int asset, double[] dependence, double remainder) {
        int last = size + 1;
        double[] added = row(last);
        for (int i = 0; i <= size; i++) {
            double factor = dependence[i] / remainder;
            Vectors.addScaled(factor, dependence, inverse[i], 0, last);
            inverse[i][last] = -factor;
            added[i] = -factor;
        }
        added[last] = 1 / remainder;
        members[size++] = asset;
    }

    /** Takes the member at a position out; one must remain. */
    void remove(int position) {
        moveToEnd(position);
        double[] gone = inverse[size];
        double pivot = gone[size];
        for (int i = 0; i < size; i++) {
            Vectors.addScaled(-gone[i] / pivot, gone, inverse[i], 0, size);
        }
        size--;
    }

    /** Puts an asset in the place of a member, also where both are the same risk. */
    void replace(int position, int asset) {
        if (size == 1) {
            startWith(asset);
            return;
        }
        remove(position);
        double[] dependence = dependence(asset);
        double remainder = remainder(asset, dependence);
        if (remainder == 0) {
            throw new StalledException("an asset cannot take the place of another");
        }
        add(asset, dependence, remainder);
    }

    private void moveToEnd(int position) {
        int from = position + 1;
        if (from == size) {
            return;
        }
        int asset = members[position];
        members[position] = members[size - 1];
        members[size - 1] = asset;
        double[] row = inverse[from];
        inverse[from] = inverse[size];
        inverse[size] = row;
        for (int i = 0; i <= size; i++) {
            double value = inverse[i][from];
            inverse[i][from] = inverse[i][size];
            inverse[i][size] = value;
        }
    }

    private double[] border(int asset) {
        double[] border = new double[size + 1];
        border[0] = 1;
        double[] row = covariance[asset];
        for (int p = 0; p < size; p++) {
            border[p + 1] = row[members[p]];
        }
        return border;
    }

    private double[] row(int index) {
        double[] row = inverse[index];
        if (row == null) {
            row = new double[inverse.length];
            inverse[index] = row;
        }
        return row;
    }

    @Override
    public String toString() {
        return Arrays.toString(Arrays.copyOf(members, size));
    }
}
