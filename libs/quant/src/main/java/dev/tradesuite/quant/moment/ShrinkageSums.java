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
        double sum = 0;
        for (double[] row : centred.rows()) {
            for (double value : row) {
                sum += value * value * value * value;
            }
        }
        return sum;
    }
}
