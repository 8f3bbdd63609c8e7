package dev.tradesuite.quant.moment;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import java.util.Arrays;

/** Weighted means of products over the periods both assets of a pair have. */
final class Pairwise {

    private Pairwise() {}

    /**
     * The means sum(w x y) / sum(w), times a factor.
     *
     * @param values one series for each code, NaN where there is none
     * @param weights one for each period
     */
    static SymmetricMatrix meanProducts(ReturnTable table, double[][] values, double[] weights, double factor) {
        return SymmetricMatrix.of(values.length, (i, j) -> {
            double sum = 0;
            double total = 0;
            for (int t = 0; t < weights.length; t++) {
                double product = values[i][t] * values[j][t];
                if (!Double.isNaN(product)) {
                    sum = Math.fma(weights[t], product, sum);
                    total += weights[t];
                }
            }
            if (total == 0) {
                throw new QuantException(
                        QuantProblem.TOO_FEW_OBSERVATIONS,
                        "%s and %s have no common return that counts"
                                .formatted(table.codes().get(i), table.codes().get(j)));
            }
            return factor * sum / total;
        });
    }

    /** The series of a table, each value changed. */
    static double[][] map(ReturnTable table, Change change) {
        double[][] changed = new double[table.assets()][];
        for (int i = 0; i < changed.length; i++) {
            int asset = i;
            changed[i] = Arrays.stream(table.columns()[i])
                    .map(value -> change.of(asset, value))
                    .toArray();
        }
        return changed;
    }

    /** What becomes of a value of an asset. */
    @FunctionalInterface
    interface Change {

        double of(int asset, double value);
    }
}
