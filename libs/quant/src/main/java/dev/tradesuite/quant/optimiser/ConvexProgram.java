package dev.tradesuite.quant.optimiser;

/**
 * A quadratic program for {@link InteriorPoint}: the least z' H z / 2 + c' z with E z = e and G z &lt;= h. How H, G and
 * their normal matrix are kept is up to the program, which knows its structure.
 */
interface ConvexProgram {

    int variables();

    /** Number of rows of G. */
    int inequalities();

    /** c. */
    double[] linear();

    /** Adds H z to a vector. */
    void addHessian(double[] z, double[] to);

    /** G z. */
    double[] inequalities(double[] z);

    /** Adds G' m to a vector. */
    void addTransposed(double[] multipliers, double[] to);

    /** h. */
    double[] limits();

    /** Rows of E, few. */
    double[][] equalities();

    /** e. */
    double[] equalityValues();

    /** Factors H + G' diag(weights) G for {@link #solve}. */
    void factor(double[] weights);

    /** The inverse of what was factored times a vector, in place. */
    void solve(double[] right);

    /** Whether H is 0. */
    default boolean isLinear() {
        return false;
    }

    /** Further passes that make each solution more accurate; each costs as much again. */
    default int refinements() {
        return 0;
    }
}
