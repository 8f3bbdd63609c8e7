package dev.tradesuite.quant;

/** Why an input cannot be calculated with. */
public enum QuantProblem {
    EMPTY("There is nothing to calculate with."),
    NOT_FINITE("A value is NaN or infinite where a number is needed."),
    OUT_OF_RANGE("A value is outside the range it may have."),
    WRONG_SIZE("Two inputs that belong together have different sizes."),
    DUPLICATE_CODE("An asset is named twice."),
    DATES_NOT_ALIGNED("Dates are not strictly ascending, or two series do not have the same ones."),
    ONE_ASSET("A single asset has no portfolio to choose."),
    CONSTANT_SERIES("A series does not vary, so it has no risk to measure."),
    TOO_FEW_OBSERVATIONS("There are fewer common observations than the figure needs."),
    NOT_SYMMETRIC("The matrix is not symmetric."),
    NOT_POSITIVE_SEMIDEFINITE("The matrix has a negative eigenvalue: it is the covariance of nothing."),
    NOT_POSITIVE_DEFINITE("The matrix is singular: a mix of the assets has no risk at all."),
    EQUAL_RETURNS("All expected returns are equal, so a method that looks at them has nothing to choose."),
    BOUNDS_CONTRADICT("A lower bound is above its upper bound."),
    BUDGET_UNREACHABLE("The bounds of the weights cannot sum to the budget."),
    CONSTRAINTS_CONTRADICT("No weights keep all of the constraints."),
    HOLDINGS_UNREACHABLE("The wanted number of holdings does not go with the other constraints."),
    RETURN_UNREACHABLE("The target return is outside what the constraints can reach."),
    RISK_UNREACHABLE("The target volatility is below the least that the constraints can reach."),
    RISK_FREE_GAIN("A portfolio without risk earns more than the risk-free rate, so no ratio is the largest."),
    METHOD_DOES_NOT_FIT("The method does not go with these constraints."),
    NOT_PROVEN("No answer was found that proves to be the best within the tolerance.");

    private final String sentence;

    QuantProblem(String sentence) {
        this.sentence = sentence;
    }

    /** The problem in a sentence. */
    public String sentence() {
        return sentence;
    }
}
