package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.linear.SymmetricMatrix;
import dev.tradesuite.quant.linear.Vectors;

/**
 * The least x' S x / 2 - sum b_i ln x_i (Spinu 2013), whose x is in proportion to the weights with risk shares b.
 * Damped Newton steps, which get there from anywhere because the function is self-concordant.
 */
final class RiskBudgetNewton {

    private static final int MOST_STEPS = 200;

    private RiskBudgetNewton() {}

    static double[] solve(SymmetricMatrix covariance, double[] budgets) {
        int size = budgets.length;
        double[] deviations = covariance.deviations();
        double[] x = new double[size];
        for (int i = 0; i < size; i++) {
            x[i] = Math.sqrt(budgets[i]) / deviations[i];
        }
        double scale = 1 / Math.sqrt(Math.max(covariance.quadratic(x), Double.MIN_NORMAL));
        x = Vectors.scaled(x, scale);
        double least = Vectors.largest(budgets);
        for (double budget : budgets) {
            least = Math.min(least, budget);
        }
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] gradient = covariance.times(x);
            double[][] hessian = covariance.toArray();
            for (int i = 0; i < size; i++) {
                gradient[i] -= budgets[i] / x[i];
                hessian[i][i] += budgets[i] / (x[i] * x[i]);
            }
            NormalFactor.factor(hessian);
            double[] direction = gradient.clone();
            NormalFactor.solve(hessian, direction);
            double decrement = Math.sqrt(Math.max(0, Vectors.dot(gradient, direction)));
            double damping = decrement / Math.sqrt(least);
            double length = damping > 0.25 ? 1 / (1 + damping) : 1;
            Vectors.addScaled(-length, direction, x);
            if (decrement < 1e-15 || (length == 1 && decrement < 1e-13)) {
                break;
            }
        }
        return x;
    }
}
