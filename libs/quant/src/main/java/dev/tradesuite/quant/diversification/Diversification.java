package dev.tradesuite.quant.diversification;

import dev.tradesuite.quant.linear.SymmetricEigen;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import dev.tradesuite.quant.linear.Vectors;
import java.util.Arrays;
import java.util.OptionalDouble;

/** How much is gained by holding several assets in place of one. */
public final class Diversification {

    /** A variance below this part of the undiversified one is rounding: the mix has no risk at all. */
    private static final double NO_RISK = 1e-12;

    private Diversification() {}

    /**
     * Diversification ratio, sum(w_i s_i) / sqrt(w' S w) with s the volatilities (Choueifaty and Coignard 2008): 1 for
     * assets that move as one, sqrt(n) for n independent ones of equal risk.
     *
     * @param covariance S, of any length of period
     * @param weights one for each asset, finite, none negative
     * @return at least 1 for a positive semidefinite matrix; empty when the mix has no risk
     */
    public static OptionalDouble ratio(SymmetricMatrix covariance, double[] weights) {
        Vectors.requireFinite(Vectors.requireLength(weights, covariance.size()), "weight");
        double apart = 0;
        for (int i = 0; i < weights.length; i++) {
            apart = Math.fma(weights[i], Math.sqrt(Math.max(0, covariance.get(i, i))), apart);
        }
        double variance = covariance.quadratic(weights);
        return variance > NO_RISK * apart * apart
                ? OptionalDouble.of(apart / Math.sqrt(variance))
                : OptionalDouble.empty();
    }

    /** Diversification ratio of equal weights. */
    public static OptionalDouble ratio(SymmetricMatrix covariance) {
        double[] weights = new double[covariance.size()];
        Arrays.fill(weights, 1.0 / weights.length);
        return ratio(covariance, weights);
    }

    /**
     * Effective number of bets, exp(-sum(p_k ln p_k)) with p_k the eigenvalue k of the correlation over their sum: the
     * effective rank (Roy and Vetterli 2007), which is the entropy of Meucci (2009) for bets on principal components of
     * unit size. It does not look at weights.
     *
     * <p>Eigenvalues below 0, which correlations over different periods can have, count as 0.
     *
     * @param correlation ones on its diagonal
     * @return 1 when all move as one, n when none moves with another
     */
    public static double effectiveBets(SymmetricMatrix correlation) {
        double[] values = Arrays.stream(SymmetricEigen.of(correlation).values())
                .map(value -> Math.max(0, value))
                .toArray();
        double sum = Vectors.sum(values);
        double entropy = 0;
        for (double value : values) {
            double share = value / sum;
            entropy -= share > 0 ? share * Math.log(share) : 0;
        }
        return Math.exp(entropy);
    }
}
