package dev.tradesuite.quant.optimiser;

/**
 * What it takes to get from weights held now to others.
 *
 * @param current weights held now
 * @param cost part of what is bought or sold that is lost; taken from the expected return
 * @param maxTurnover largest sum of what is bought and sold, infinity for none; 2 sells everything and buys anew
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Trading(double[] current, double cost, double maxTurnover) {

    /** Sum of what is bought and sold. */
    double turnover(double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += Math.abs(weights[i] - current[i]);
        }
        return sum;
    }
}
