package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.linear.SymmetricMatrix;
import java.util.Arrays;
import java.util.List;

/**
 * The least variance of some assets, long only and fully invested; a single one has all of it.
 *
 * @param weights of the assets
 * @param gap of the proof
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LeastVariance(double[] weights, double gap) {

    static LeastVariance of(SymmetricMatrix covariance) {
        int size = covariance.size();
        if (size == 1) {
            return new LeastVariance(new double[] {1}, 0);
        }
        double[] upper = new double[size];
        Arrays.fill(upper, 1);
        PortfolioProgram program = new PortfolioProgram(
                covariance.toArray(),
                new double[size],
                new double[size],
                new Box(new double[size], upper, 1),
                List.of(),
                PortfolioProgram.Base.NONE);
        FrontierPoint point = new LineSource(program).find(new Goal.AtTolerance(0));
        return new LeastVariance(point.weights(), program.proof(point).gap() / program.size(point));
    }
}
