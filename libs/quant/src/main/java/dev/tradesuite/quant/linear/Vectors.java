package dev.tradesuite.quant.linear;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;

/** Loops over plain arrays. Lengths are the caller's care where a method takes a range. */
public final class Vectors {

    private Vectors() {}

    /** Adds a x to y, in place. */
    public static void addScaled(double a, double[] x, double[] y) {
        addScaled(a, x, y, 0, y.length);
    }

    /** Adds a x to y from one index up to another, that one left out, in place. */
    public static void addScaled(double a, double[] x, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = Math.fma(a, x[i], y[i]);
        }
    }

    /** Sum of the products x_i y_i. */
    public static double dot(double[] x, double[] y) {
        requireLength(x, y.length);
        return dot(x, y, 0, x.length);
    }

    /** Sum of the products x_i y_i from one index up to another, in four chains so that none waits for another. */
    public static double dot(double[] x, double[] y, int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i < to - 3; i += 4) {
            a = Math.fma(x[i], y[i], a);
            b = Math.fma(x[i + 1], y[i + 1], b);
            c = Math.fma(x[i + 2], y[i + 2], c);
            d = Math.fma(x[i + 3], y[i + 3], d);
        }
        for (; i < to; i++) {
            a = Math.fma(x[i], y[i], a);
        }
        return (a + b) + (c + d);
    }

    /** Sum of the elements. */
    public static double sum(double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += value;
        }
        return sum;
    }

    /** Largest absolute value; 0 of an empty vector. */
    public static double largest(double[] x) {
        double largest = 0;
        for (double value : x) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** A copy with each element times a factor. */
    public static double[] scaled(double[] x, double factor) {
        double[] scaled = x.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }

    /** Sum of the squares of x_i - y_i. */
    static double squaredDistance(double[] x, double[] y) {
        double[] difference = combined(1, x, -1, y);
        return dot(difference, difference);
    }

    /** The elements a x_i + b y_i. */
    static double[] combined(double a, double[] x, double b, double[] y) {
        double[] sum = new double[x.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a * x[i] + b * y[i];
        }
        return sum;
    }

    /**
     * The vector, when it has this many elements.
     *
     * @throws QuantException WRONG_SIZE
     */
    public static double[] requireLength(double[] x, int length) {
        if (x.length != length) {
            throw new QuantException(
                    QuantProblem.WRONG_SIZE, "a vector of %d elements is needed, was %d".formatted(length, x.length));
        }
        return x;
    }

    /**
     * The vector, when all of its elements are finite.
     *
     * @param what names it in the message
     * @throws QuantException NOT_FINITE
     */
    public static double[] requireFinite(double[] x, String what) {
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i])) {
                throw new QuantException(
                        QuantProblem.NOT_FINITE, "%s %d must be finite, was %s".formatted(what, i, x[i]));
            }
        }
        return x;
    }
}
