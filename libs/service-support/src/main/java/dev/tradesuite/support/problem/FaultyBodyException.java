package dev.tradesuite.support.problem;

/** A body cannot be bound. What else is wrong with its request is told beside it. */
final class FaultyBodyException extends RuntimeException {

    private final transient ProblemException problem;

    FaultyBodyException(ProblemException problem) {
        super(problem.detail(), problem);
        this.problem = problem;
    }

    /** The problem of the body alone. */
    ProblemException problem() {
        return problem;
    }
}
