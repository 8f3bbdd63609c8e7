package dev.tradesuite.quant;

/**
 * An input that cannot be calculated with: {@link #problem()} says why to a program, the message which value and where
 * to a person.
 */
public final class QuantException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final QuantProblem problem;

    public QuantException(QuantProblem problem, String detail) {
        super(detail);
        this.problem = problem;
    }

    public QuantProblem problem() {
        return problem;
    }
}
