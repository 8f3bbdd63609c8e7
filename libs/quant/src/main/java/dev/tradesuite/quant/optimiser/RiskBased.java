package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.Vectors;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Weights from risk alone: long only, fully invested. */
public final class RiskBased {

    private RiskBased() {}

    /** The same weight for all. */
    public static Allocation equalWeight(List<String> codes) {
        Universe.requireCodes(codes);
        double[] weights = new double[codes.size()];
        Arrays.fill(weights, 1.0 / codes.size());
        return allocation(OptimiserMethod.EQUAL_WEIGHT, codes, weights, 0);
    }

    /**
     * Weights in proportion to 1 / volatility.
     *
     * @throws QuantException CONSTANT_SERIES when an asset has no variance
     */
    public static Allocation inverseVolatility(Universe universe) {
        requireVariances(universe);
        double[] weights = universe.covariance().deviations();
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 / weights[i];
        }
        return allocation(OptimiserMethod.INVERSE_VOLATILITY, universe.codes(), normalised(weights), 0);
    }

    /**
     * Equal contributions to risk.
     *
     * @throws QuantException CONSTANT_SERIES when an asset has no variance, NOT_PROVEN
     */
    public static Allocation riskParity(Universe universe) {
        double[] budgets = new double[universe.size()];
        Arrays.fill(budgets, 1.0 / budgets.length);
        return budgeted(OptimiserMethod.RISK_PARITY, universe, budgets);
    }

    /**
     * Contributions w_i (S w)_i / w' S w to risk in proportion to budgets.
     *
     * @param budgets above 0, one for each asset; their sum does not matter
     * @throws QuantException OUT_OF_RANGE, CONSTANT_SERIES when an asset has no variance, NOT_PROVEN
     */
    public static Allocation riskBudget(Universe universe, double[] budgets) {
        Vectors.requireFinite(Vectors.requireLength(budgets, universe.size()), "risk budget");
        if (Arrays.stream(budgets).anyMatch(budget -> budget <= 0)) {
            throw new QuantException(QuantProblem.OUT_OF_RANGE, "each risk budget must be above 0");
        }
        return budgeted(OptimiserMethod.RISK_BUDGET, universe, normalised(budgets));
    }

    /**
     * The largest w' s / sqrt(w' S w) with s the volatilities (Choueifaty and Coignard 2008), within constraints: a
     * largest Sharpe ratio with s as returns and a rate of 0.
     *
     * @throws QuantException as {@link MeanVariance#maxSharpe}
     */
    public static Allocation maxDiversification(Universe universe, Constraints constraints) {
        requireVariances(universe);
        Universe volatilities =
                Universe.of(universe.codes(), universe.covariance().deviations(), universe.covariance());
        return MeanVariance.of(volatilities, constraints).maxDiversification();
    }

    /** Shares of the assets in the portfolio's variance, w_i (S w)_i / w' S w, which sum to 1. */
    public static double[] riskShares(Universe universe, double[] weights) {
        double[] shares = universe.covariance().times(weights);
        double variance = Vectors.dot(shares, weights);
        for (int i = 0; i < shares.length; i++) {
            shares[i] *= weights[i] / variance;
        }
        return shares;
    }

    static void requireVariances(Universe universe) {
        double[] variances = universe.covariance().diagonal();
        double least = 1e-14 * Vectors.largest(variances);
        for (int i = 0; i < variances.length; i++) {
            if (!(variances[i] > least)) {
                throw new QuantException(
                        QuantProblem.CONSTANT_SERIES,
                        "%s does not vary, so risk cannot be shared by it"
                                .formatted(universe.codes().get(i)));
            }
        }
    }

    static Allocation allocation(OptimiserMethod method, List<String> codes, double[] weights, double gap) {
        double least = Arrays.stream(weights).min().orElse(0);
        double violation = Math.max(Math.abs(Vectors.sum(weights) - 1), -least);
        return new Allocation(
                method, method, Optional.empty(), codes, weights, new Certificate(violation, gap).require(), List.of());
    }

    private static Allocation budgeted(OptimiserMethod method, Universe universe, double[] budgets) {
        requireVariances(universe);
        double[] weights = normalised(RiskBudgetNewton.solve(universe.covariance(), budgets));
        double[] shares = riskShares(universe, weights);
        double gap = 0;
        for (int i = 0; i < shares.length; i++) {
            gap = Math.max(gap, Math.abs(shares[i] - budgets[i]));
        }
        return allocation(method, universe.codes(), weights, Double.isNaN(gap) ? Double.POSITIVE_INFINITY : gap);
    }

    private static double[] normalised(double[] values) {
        return Vectors.scaled(values, 1 / Vectors.sum(values));
    }
}
