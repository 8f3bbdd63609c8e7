package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * An opinion on the expected return of a portfolio of assets.
 *
 * @param portfolio coefficient by code: one asset with 1 for an absolute view, 1 and -1 for a relative one
 * @param expectedReturn of that portfolio, over the stretch of the universe's returns
 * @param confidence 0 (no opinion) to 1 (certain), as Idzorek (2005) means it; empty for the usual uncertainty, that of
 *     the prior
 */
public record ReturnView(Map<String, Double> portfolio, double expectedReturn, OptionalDouble confidence) {

    public ReturnView {
        portfolio = Map.copyOf(portfolio);
        if (portfolio.isEmpty()) {
            throw new QuantException(QuantProblem.EMPTY, "a view needs at least one asset");
        }
        if (!Double.isFinite(expectedReturn) || !portfolio.values().stream().allMatch(Double::isFinite)) {
            throw new QuantException(QuantProblem.NOT_FINITE, "the numbers of a view must be finite");
        }
        if (confidence.isPresent() && !(confidence.getAsDouble() >= 0 && confidence.getAsDouble() <= 1)) {
            throw new QuantException(
                    QuantProblem.OUT_OF_RANGE, "confidence must be 0 to 1, was " + confidence.getAsDouble());
        }
    }

    /** An asset is expected to return this. */
    public static ReturnView absolute(String code, double expectedReturn) {
        return new ReturnView(Map.of(code, 1.0), expectedReturn, OptionalDouble.empty());
    }

    /** An asset is expected to return this much more than another. */
    public static ReturnView relative(String better, String worse, double margin) {
        return new ReturnView(Map.of(better, 1.0, worse, -1.0), margin, OptionalDouble.empty());
    }

    public ReturnView withConfidence(double value) {
        return new ReturnView(portfolio, expectedReturn, OptionalDouble.of(value));
    }
}
