package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.linear.Vectors;

/**
 * How far weights are from the least of a convex function at most, by its gradient c alone.
 *
 * <p>For any multipliers z of the rows and v of the budget, with r = c - v - sum z_k a_k, no weights within box and
 * rows are better than w by more than
 *
 * <pre>
 *     sum r_i (w_i - l_i) over r_i &gt; 0  +  sum -r_i (u_i - w_i) over r_i &lt; 0  +  sum |z_k| x slack of row k
 * </pre>
 *
 * @param reduced r, above 0 where a lower bound costs and below 0 where an upper one does
 * @param rowMultipliers z, above 0 where a row's least costs and below 0 where its most does
 * @param gap the sum above
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Proof(double[] reduced, double[] rowMultipliers, double gap) {

    static Proof of(double[] gradient, double[] weights, PortfolioProgram program, double[] rowMultipliers) {
        double[] reduced = gradient.clone();
        double gap = 0;
        for (int k = 0; k < rowMultipliers.length; k++) {
            if (rowMultipliers[k] != 0) {
                LinearRow row = program.rows().get(k);
                Vectors.addScaled(-rowMultipliers[k], row.coefficients(), reduced);
                double value = row.value(weights);
                gap += rowMultipliers[k] > 0
                        ? rowMultipliers[k] * (value - row.least())
                        : -rowMultipliers[k] * (row.most() - value);
            }
        }
        Box box = program.box();
        double level = level(reduced, weights, box);
        for (int i = 0; i < reduced.length; i++) {
            reduced[i] -= level;
            double room = reduced[i] > 0 ? weights[i] - box.lower()[i] : box.upper()[i] - weights[i];
            gap += Math.abs(reduced[i]) * room;
        }
        return new Proof(reduced, rowMultipliers, Double.isNaN(gap) ? Double.POSITIVE_INFINITY : Math.max(0, gap));
    }

    /** The budget's multiplier: that of the asset farthest from its bounds, else of the last one that is filled up. */
    private static double level(double[] reduced, double[] weights, Box box) {
        int widest = 0;
        double most = -1;
        for (int i = 0; i < reduced.length; i++) {
            double room = Math.min(weights[i] - box.lower()[i], box.upper()[i] - weights[i]);
            if (room > most) {
                most = room;
                widest = i;
            }
        }
        return most > 1e-6
                ? reduced[widest]
                : reduced[box.best(Vectors.scaled(reduced, -1)).free()];
    }
}
