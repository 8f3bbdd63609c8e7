package dev.tradesuite.support.problem;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import java.util.List;

/** Ends a request with a problem of the given code. */
public final class ProblemException extends RuntimeException {

    private final ProblemCode code;
    private final transient List<FieldError> errors;

    /** @param detail what was expected and what was found; the caller reads it */
    public ProblemException(ProblemCode code, String detail) {
        this(code, detail, List.of());
    }

    /**
     * @param detail what was expected and what was found; the caller reads it
     * @param errors every faulty field
     */
    public ProblemException(ProblemCode code, String detail, List<FieldError> errors) {
        super(detail);
        this.code = code;
        this.errors = List.copyOf(errors);
    }

    /** {@code VALIDATION_FAILED} for the given fields; {@code UNKNOWN_SYMBOL} when a symbol is all that is wrong. */
    public static ProblemException invalid(List<FieldError> errors) {
        String fields = String.join(
                ", ", errors.stream().map(FieldError::field).distinct().toList());
        boolean onlySymbols = !errors.isEmpty()
                && errors.stream().allMatch(error -> error.code().equals(ProblemCode.UNKNOWN_SYMBOL.name()));
        return new ProblemException(
                onlySymbols ? ProblemCode.UNKNOWN_SYMBOL : ProblemCode.VALIDATION_FAILED,
                "Not valid: " + fields,
                errors);
    }

    public ProblemCode code() {
        return code;
    }

    /** What was expected and what was found. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<FieldError> errors() {
        return errors;
    }
}
