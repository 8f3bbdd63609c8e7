package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.linear.SymmetricMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seeded problems. */
final class RandomProblems {

    private RandomProblems() {}

    /** Assets with a common factor, expected returns of -5 to 25 %. */
    static Universe universe(Random random, int size) {
        double[][] loads = new double[size][3];
        double[] own = new double[size];
        double[] returns = new double[size];
        for (int i = 0; i < size; i++) {
            loads[i][0] = 0.1 + 0.1 * random.nextDouble();
            loads[i][1] = 0.1 * random.nextGaussian();
            loads[i][2] = 0.05 * random.nextGaussian();
            own[i] = 0.01 + 0.05 * random.nextDouble();
            returns[i] = -0.05 + 0.3 * random.nextDouble();
        }
        SymmetricMatrix covariance = SymmetricMatrix.of(
                size,
                (i, j) -> loads[i][0] * loads[j][0]
                        + loads[i][1] * loads[j][1]
                        + loads[i][2] * loads[j][2]
                        + (i == j ? own[i] : 0));
        return Universe.of(codes(size), returns, covariance);
    }

    /** Assets of which some are equal, without risk, or mixes of others, with returns that often are the same. */
    static Universe degenerate(Random random, int size) {
        int factors = 1 + random.nextInt(size);
        double[][] loads = new double[size][factors];
        double[] returns = new double[size];
        for (int i = 0; i < size; i++) {
            returns[i] = 0.05 * random.nextInt(4);
            for (int k = 0; k < factors; k++) {
                loads[i][k] = 0.2 * (random.nextInt(4) - 1);
            }
        }
        int copy = random.nextInt(size);
        int original = random.nextInt(size);
        loads[copy] = loads[original];
        returns[copy] = random.nextBoolean() ? returns[original] : returns[copy];
        if (random.nextInt(3) == 0) {
            loads[random.nextInt(size)] = new double[factors];
        }
        return Universe.of(codes(size), returns, SymmetricMatrix.of(size, (i, j) -> {
            double sum = 0;
            for (int k = 0; k < factors; k++) {
                sum += loads[i][k] * loads[j][k];
            }
            return sum;
        }));
    }

    static List<String> codes(int size) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            codes.add("A" + i);
        }
        return codes;
    }
}
