package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.linear.Cholesky;
import dev.tradesuite.quant.linear.SymmetricEigen;
import dev.tradesuite.quant.linear.SymmetricMatrix;
import dev.tradesuite.quant.linear.Vectors;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The assets to choose from: their codes, expected returns and covariance over the same stretch, usually a year.
 * Immutable.
 */
public final class Universe {

    /** Most assets that can be asked for. */
    public static final int MAX_ASSETS = 1_000;

    /** An eigenvalue below minus this part of the largest one is more than rounding. */
    private static final double NEGATIVE = 1e-10;

    private final List<String> codes;
    private final double[] expectedReturns;
    private final SymmetricMatrix covariance;

    private Universe(List<String> codes, double[] expectedReturns, SymmetricMatrix covariance) {
        this.codes = codes;
        this.expectedReturns = expectedReturns;
        this.covariance = covariance;
    }

    /**
     * Assets.
     *
     * @param expectedReturns as fractions, 0.1 for 10 %
     * @param covariance in the order of the codes
     * @throws QuantException EMPTY, ONE_ASSET, OUT_OF_RANGE above {@link #MAX_ASSETS}, DUPLICATE_CODE, WRONG_SIZE,
     *     NOT_FINITE, NOT_POSITIVE_SEMIDEFINITE
     */
    public static Universe of(List<String> codes, double[] expectedReturns, SymmetricMatrix covariance) {
        requireCodes(codes);
        Vectors.requireFinite(Vectors.requireLength(expectedReturns, codes.size()), "expected return");
        if (covariance.size() != codes.size()) {
            throw new QuantException(
                    QuantProblem.WRONG_SIZE,
                    "%d assets need a covariance of %d rows, it has %d"
                            .formatted(codes.size(), codes.size(), covariance.size()));
        }
        requireSemidefinite(covariance);
        return new Universe(List.copyOf(codes), expectedReturns.clone(), covariance);
    }

    /** Codes in the order of weights and rows. */
    public List<String> codes() {
        return codes;
    }

    public int size() {
        return codes.size();
    }

    public double[] expectedReturns() {
        return expectedReturns.clone();
    }

    public SymmetricMatrix covariance() {
        return covariance;
    }

    /** Sum of weight x expected return. */
    public double expectedReturn(double[] weights) {
        return Vectors.dot(weights, expectedReturns);
    }

    /** Square root of w' S w. */
    public double volatility(double[] weights) {
        return Math.sqrt(Math.max(0, covariance.quadratic(weights)));
    }

    static void requireCodes(List<String> codes) {
        if (codes.isEmpty()) {
            throw new QuantException(QuantProblem.EMPTY, "no assets to choose from");
        }
        if (codes.size() == 1) {
            throw new QuantException(
                    QuantProblem.ONE_ASSET, "%s alone leaves nothing to choose".formatted(codes.getFirst()));
        }
        if (codes.size() > MAX_ASSETS) {
            throw new QuantException(
                    QuantProblem.OUT_OF_RANGE,
                    "at most %d assets can be optimised at once, were %d".formatted(MAX_ASSETS, codes.size()));
        }
        Set<String> seen = new HashSet<>();
        for (String code : codes) {
            if (!seen.add(code)) {
                throw new QuantException(QuantProblem.DUPLICATE_CODE, "%s is named twice".formatted(code));
            }
        }
    }

    private static void requireSemidefinite(SymmetricMatrix covariance) {
        if (Cholesky.of(covariance).isPresent()) {
            return;
        }
        SymmetricEigen eigen = SymmetricEigen.of(covariance);
        if (eigen.smallest() < -NEGATIVE * Math.max(eigen.largest(), Double.MIN_NORMAL)) {
            throw new QuantException(
                    QuantProblem.NOT_POSITIVE_SEMIDEFINITE,
                    "the covariance has the negative eigenvalue %s; repair it first".formatted(eigen.smallest()));
        }
    }
}
