package dev.tradesuite.quant.moment;

import dev.tradesuite.quant.linear.Vectors;

/** Sums over periods that measure the noise of a sample covariance. */
record ShrinkageSums(CentredReturns centred) {

    /** sum over t of (x_t' x_t)^2, which is the sum of x_i^2 x_j^2 over all pairs and periods. */
    double squaredLengths() {
        double sum = 0;
        for (double[] row : centred.rows()) {
            double length = Vectors.dot(row, row);
            sum += length * length;
        }
        return sum;
    }

    /** sum of x^4 over all assets and periods. */
    double fourthPowers() {
        double[] sums = new double[centred.assets()];
        for (double[] row : centred.rows()) {
            for (int i = 0; i < sums.length; i++) {
                double square = row[i] * row[i];
                sums[i] = Math.fma(square, square, sums[i]);
            }
        }
        return Vectors.sum(sums);
    }

    /** For each asset the sum over t of f_t x_i^2. */
    double[] squares(double[] factors) {
        double[] sums = new double[centred.assets()];
        for (int t = 0; t < factors.length; t++) {
            double[] row = centred.rows()[t];
            double factor = factors[t];
            for (int i = 0; i < sums.length; i++) {
                sums[i] = Math.fma(factor * row[i], row[i], sums[i]);
            }
        }
        return sums;
    }

    /** For each asset the sum over t of f_t x_i^3. */
    double[] cubes(double[] factors) {
        double[] sums = new double[centred.assets()];
        for (int t = 0; t < factors.length; t++) {
            double[] row = centred.rows()[t];
            double factor = factors[t];
            for (int i = 0; i < sums.length; i++) {
                sums[i] = Math.fma(factor * row[i] * row[i], row[i], sums[i]);
            }
        }
        return sums;
    }
}
