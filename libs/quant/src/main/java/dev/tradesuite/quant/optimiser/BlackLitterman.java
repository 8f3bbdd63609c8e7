package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.Cholesky;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import dev.tradesuite.quant.linear.Vectors;
import java.util.List;

/**
 * Expected returns and covariance after views (Black and Litterman 1992). With prior returns p, covariance S, views P w
 * of Q and their uncertainty O (diagonal):
 *
 * <pre>
 *     returns    = p + t S P' (t P S P' + O)^-1 (Q - P p)
 *     covariance = S + t S - t S P' (t P S P' + O)^-1 t P S
 *     O_kk       = t P_k S P_k'                                  without a confidence (He and Litterman 1999)
 *     O_kk       = t P_k S P_k' (1 - c) / c                      with confidence c (Idzorek 2005)
 * </pre>
 *
 * <p>Both returns and covariance are those after the views, so that a portfolio of them rests on one distribution.
 */
public final class BlackLitterman {

    /** The usual weight t of the prior's uncertainty. */
    public static final double USUAL_TAU = 0.05;

    private BlackLitterman() {}

    /**
     * Returns that a market in balance expects, risk aversion x S w + risk-free rate.
     *
     * @param marketWeights of the assets, such as their shares of the market's value; scaled to a sum of 1
     * @throws QuantException WRONG_SIZE, NOT_FINITE, OUT_OF_RANGE when they do not sum to more than 0
     */
    public static double[] equilibriumReturns(
            SymmetricMatrix covariance, double[] marketWeights, double riskAversion, double riskFreeRate) {
        Vectors.requireFinite(Vectors.requireLength(marketWeights, covariance.size()), "market weight");
        double sum = Vectors.sum(marketWeights);
        if (!(sum > 0)) {
            throw new QuantException(QuantProblem.OUT_OF_RANGE, "market weights must sum to more than 0");
        }
        double[] returns = covariance.times(Vectors.scaled(marketWeights, riskAversion / sum));
        for (int i = 0; i < returns.length; i++) {
            returns[i] += riskFreeRate;
        }
        return returns;
    }

    /**
     * The universe after views.
     *
     * @param prior with the returns expected without them
     * @param tau weight t of the prior's uncertainty, above 0
     * @throws QuantException EMPTY without views, OUT_OF_RANGE for an unknown code or tau, NOT_POSITIVE_DEFINITE for
     *     certain views that contradict or repeat each other
     */
    public static Universe posterior(Universe prior, List<ReturnView> views, double tau) {
        if (views.isEmpty()) {
            throw new QuantException(QuantProblem.EMPTY, "no views to learn from");
        }
        if (!(tau > 0) || Double.isInfinite(tau)) {
            throw new QuantException(QuantProblem.OUT_OF_RANGE, "tau must be above 0, was " + tau);
        }
        SymmetricMatrix covariance = prior.covariance();
        List<ReturnView> told = views.stream()
                .filter(view -> view.confidence().isEmpty() || view.confidence().getAsDouble() > 0)
                .toList();
        views.forEach(view -> coefficients(prior.codes(), view));
        double[][] portfolios =
                told.stream().map(view -> coefficients(prior.codes(), view)).toArray(double[][]::new);
        double[][] spread = new double[told.size()][];
        double[][] uncertainty = new double[told.size()][told.size()];
        for (int k = 0; k < spread.length; k++) {
            spread[k] = Vectors.scaled(covariance.times(portfolios[k]), tau);
            for (int j = 0; j < spread.length; j++) {
                uncertainty[k][j] = Vectors.dot(portfolios[j], spread[k]);
            }
            uncertainty[k][k] += doubt(told.get(k)) * uncertainty[k][k];
        }
        return told.isEmpty()
                ? Universe.of(prior.codes(), prior.expectedReturns(), covariance.scaled(1 + tau))
                : learn(prior, told, portfolios, new Learning(spread, uncertainty, tau));
    }

    /**
     * @param spread rows t P S
     * @param uncertainty t P S P' + O
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Learning(double[][] spread, double[][] uncertainty, double tau) {}

    private static Universe learn(Universe prior, List<ReturnView> told, double[][] portfolios, Learning learning) {
        Cholesky factor = Cholesky.require(SymmetricMatrix.of(learning.uncertainty()));
        double[] surprise = new double[told.size()];
        for (int k = 0; k < surprise.length; k++) {
            surprise[k] = told.get(k).expectedReturn() - prior.expectedReturn(portfolios[k]);
        }
        double[] weight = factor.solve(surprise);
        double[] returns = prior.expectedReturns();
        double[][] covariance = prior.covariance().scaled(1 + learning.tau()).toArray();
        for (int k = 0; k < weight.length; k++) {
            Vectors.addScaled(weight[k], learning.spread()[k], returns);
        }
        for (int i = 0; i < returns.length; i++) {
            double[] column = new double[weight.length];
            for (int k = 0; k < column.length; k++) {
                column[k] = learning.spread()[k][i];
            }
            double[] solved = factor.solve(column);
            for (int k = 0; k < column.length; k++) {
                Vectors.addScaled(-solved[k], learning.spread()[k], covariance[i]);
            }
        }
        return Universe.of(prior.codes(), returns, SymmetricMatrix.of(covariance));
    }

    /** O_kk as a multiple of t P_k S P_k'. */
    private static double doubt(ReturnView view) {
        double confidence = view.confidence().orElse(0.5);
        return (1 - confidence) / confidence;
    }

    private static double[] coefficients(List<String> codes, ReturnView view) {
        double[] coefficients = new double[codes.size()];
        view.portfolio().forEach((code, value) -> {
            int index = codes.indexOf(code);
            if (index < 0) {
                throw new QuantException(QuantProblem.OUT_OF_RANGE, "%s is none of the assets".formatted(code));
            }
            coefficients[index] = value;
        });
        return coefficients;
    }
}
