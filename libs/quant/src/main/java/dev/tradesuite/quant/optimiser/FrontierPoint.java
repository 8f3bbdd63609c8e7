package dev.tradesuite.quant.optimiser;

/**
 * A point of an efficient frontier.
 *
 * @param tolerance the t whose variance / 2 - t x return it makes least
 * @param weights of the variables
 * @param rowMultipliers above 0 where a row's least costs, below 0 where its most does; empty without rows
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FrontierPoint(double tolerance, double[] weights, double[] rowMultipliers) {

    FrontierPoint(double tolerance, double[] weights) {
        this(tolerance, weights, new double[0]);
    }
}
