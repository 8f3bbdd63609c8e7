package dev.tradesuite.quant.linear;

/**
 * Householder's reduction T = P' A P of a symmetric matrix to its diagonal and the one beside it.
 *
 * @param diagonal elements (i, i)
 * @param beside elements (i, i + 1), the last one 0
 * @param transform P' by rows
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
record Tridiagonal(double[] diagonal, double[] beside, double[][] transform) {

    private static final double[] NONE = {};

    static Tridiagonal of(SymmetricMatrix matrix) {
        double[][] rows = matrix.toArray();
        double[] beside = new double[rows.length];
        double[][] reflectors = new double[rows.length][];
        for (int i = rows.length - 1; i >= 1; i--) {
            double length = length(rows[i], i);
            boolean isReduced = length == Math.abs(rows[i][i - 1]);
            beside[i - 1] = isReduced ? rows[i][i - 1] : -Math.copySign(length, rows[i][i - 1]);
            reflectors[i] = isReduced ? NONE : reflector(rows[i], beside[i - 1], i);
            if (!isReduced) {
                reflectBothSides(rows, reflectors[i]);
            }
        }
        double[] diagonal = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            diagonal[i] = rows[i][i];
        }
        return new Tridiagonal(diagonal, beside, transform(reflectors));
    }

    /** Euclidean length of the first elements, which neither overflows nor underflows. */
    private static double length(double[] row, int count) {
        double largest = 0;
        for (int k = 0; k < count; k++) {
            largest = Math.max(largest, Math.abs(row[k]));
        }
        double squares = 0;
        for (int k = 0; k < count && largest > 0; k++) {
            double part = row[k] / largest;
            squares = Math.fma(part, part, squares);
        }
        return largest * Math.sqrt(squares);
    }

    /** The v of I - v v' that turns the first elements of the row into zeros and the target. */
    private static double[] reflector(double[] row, double target, int count) {
        double[] v = new double[count];
        System.arraycopy(row, 0, v, 0, count);
        v[count - 1] -= target;
        double factor = Math.sqrt(2) / length(v, count);
        for (int k = 0; k < count; k++) {
            v[k] *= factor;
        }
        return v;
    }

    private static void reflectBothSides(double[][] rows, double[] v) {
        double[] product = new double[v.length];
        for (int k = 0; k < v.length; k++) {
            Vectors.addScaled(v[k], rows[k], product);
        }
        Vectors.addScaled(-Vectors.dot(v, product) / 2, v, product);
        for (int k = 0; k < v.length; k++) {
            Vectors.addScaled(-v[k], product, rows[k], 0, v.length);
            Vectors.addScaled(-product[k], v, rows[k], 0, v.length);
        }
    }

    private static double[][] transform(double[][] reflectors) {
        double[][] transform = SymmetricMatrix.identity(reflectors.length).toArray();
        for (int i = 1; i < reflectors.length; i++) {
            double[] v = reflectors[i];
            for (int row = 0; row < v.length; row++) {
                Vectors.addScaled(-Vectors.dot(transform[row], v, 0, v.length), v, transform[row], 0, v.length);
            }
        }
        return transform;
    }
}
