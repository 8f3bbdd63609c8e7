package dev.tradesuite.quant.linear;

import java.util.Random;

/** Seeded matrices for properties. */
public final class RandomMatrices {

    private RandomMatrices() {}

    /** A covariance G G' / rank of standard normal draws: singular when the rank is below the size. */
    public static SymmetricMatrix covariance(int size, int rank, long seed) {
        Random random = new Random(seed);
        double[][] factors = new double[size][rank];
        for (double[] row : factors) {
            for (int k = 0; k < rank; k++) {
                row[k] = random.nextGaussian();
            }
        }
        return SymmetricMatrix.of(size, (i, j) -> Vectors.dot(factors[i], factors[j]) / rank);
    }

    /** Standard normal draws. */
    public static double[] vector(int size, long seed) {
        Random random = new Random(seed);
        return random.doubles(size).map(_ -> random.nextGaussian()).toArray();
    }
}
