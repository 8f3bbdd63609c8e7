package dev.tradesuite.portfolio.optimisation;

import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.quant.QuantException;
import dev.tradesuite.support.problem.ProblemException;
import java.util.Set;
import java.util.function.Supplier;

/** What the mathematics refuses, as a problem of the request. */
public final class QuantRefusal {

    private static final Set<ProblemCode> OF_CONSTRAINTS = Set.of(
            ProblemCode.BUDGET_UNREACHABLE, ProblemCode.CONSTRAINTS_CONTRADICT, ProblemCode.HOLDINGS_UNREACHABLE);

    private QuantRefusal() {}

    /**
     * The result of the work.
     *
     * @throws ProblemException in place of a {@link QuantException}
     */
    public static <T> T asProblem(Supplier<T> work) {
        return asProblem(false, work);
    }

    /** As {@link #asProblem(Supplier)}; where default constraints hold, what contradicts may be those. */
    static <T> T asProblem(boolean defaults, Supplier<T> work) {
        try {
            return work.get();
        } catch (QuantException e) {
            ProblemCode code = code(e);
            boolean isOfDefaults = defaults && OF_CONSTRAINTS.contains(code);
            String detail = String.valueOf(e.getMessage());
            throw new ProblemException(
                    code,
                    isOfDefaults
                            ? detail + "; the default constraints hold, constraints.defaults: false leaves them out"
                            : detail);
        }
    }

    private static ProblemCode code(QuantException e) {
        return switch (e.problem()) {
            case EMPTY -> ProblemCode.NO_ASSETS;
            case NOT_FINITE -> ProblemCode.NOT_FINITE;
            case OUT_OF_RANGE, WRONG_SIZE -> ProblemCode.VALIDATION_FAILED;
            case DUPLICATE_CODE -> ProblemCode.DUPLICATE_CODE;
            case DATES_NOT_ALIGNED -> ProblemCode.DATES_NOT_ALIGNED;
            case ONE_ASSET -> ProblemCode.ONE_ASSET;
            case CONSTANT_SERIES -> ProblemCode.CONSTANT_SERIES;
            case TOO_FEW_OBSERVATIONS -> ProblemCode.TOO_FEW_OBSERVATIONS;
            case NOT_SYMMETRIC -> ProblemCode.NOT_SYMMETRIC;
            case NOT_POSITIVE_SEMIDEFINITE -> ProblemCode.NOT_POSITIVE_SEMIDEFINITE;
            case NOT_POSITIVE_DEFINITE -> ProblemCode.NOT_POSITIVE_DEFINITE;
            case EQUAL_RETURNS -> ProblemCode.EQUAL_RETURNS;
            case BOUNDS_CONTRADICT -> ProblemCode.BOUNDS_CONTRADICT;
            case BUDGET_UNREACHABLE -> ProblemCode.BUDGET_UNREACHABLE;
            case CONSTRAINTS_CONTRADICT -> ProblemCode.CONSTRAINTS_CONTRADICT;
            case HOLDINGS_UNREACHABLE -> ProblemCode.HOLDINGS_UNREACHABLE;
            case RETURN_UNREACHABLE -> ProblemCode.RETURN_UNREACHABLE;
            case RISK_UNREACHABLE -> ProblemCode.RISK_UNREACHABLE;
            case RISK_FREE_GAIN -> ProblemCode.RISK_FREE_GAIN;
            case METHOD_DOES_NOT_FIT -> ProblemCode.METHOD_DOES_NOT_FIT;
            case NOT_PROVEN -> ProblemCode.NOT_PROVEN;
        };
    }
}
