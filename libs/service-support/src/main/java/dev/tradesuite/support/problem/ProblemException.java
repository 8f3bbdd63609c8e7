package dev.tradesuite.support.problem;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import java.util.List;
import java.util.Map;

/** Ends a request with a problem of the given code. */
public final class ProblemException extends RuntimeException {

    /** Faulty fields named in the detail. */
    private static final int MOST_NAMED = 10;

    /** Faulty fields listed; a table of a thousand faulty rows is understood from the first hundred. */
    private static final int MOST_LISTED = 100;

    private final ProblemCode code;
    private final transient List<FieldError> errors;
    private final transient Map<String, String> members;

    /** @param detail what was expected and what was found; the caller reads it */
    public ProblemException(ProblemCode code, String detail) {
        this(code, detail, List.of());
    }

    /**
     * @param detail what was expected and what was found; the caller reads it
     * @param errors every faulty field
     */
    public ProblemException(ProblemCode code, String detail, List<FieldError> errors) {
        this(code, detail, errors, Map.of());
    }

    /**
     * @param detail what was expected and what was found; the caller reads it
     * @param errors every faulty field
     * @param members of the body besides those every problem has, by name
     */
    public ProblemException(ProblemCode code, String detail, List<FieldError> errors, Map<String, String> members) {
        super(detail);
        this.code = code;
        this.errors = List.copyOf(errors);
        this.members = Map.copyOf(members);
    }

    /** {@code VALIDATION_FAILED} for the given fields; {@code UNKNOWN_SYMBOL} when a symbol is all that is wrong. */
    public static ProblemException invalid(List<FieldError> errors) {
        List<String> fields = errors.stream().map(FieldError::field).distinct().toList();
        String named = String.join(", ", fields.subList(0, Math.min(fields.size(), MOST_NAMED)));
        String more = fields.size() > MOST_NAMED ? " and %d more".formatted(fields.size() - MOST_NAMED) : "";
        boolean onlySymbols = !errors.isEmpty()
                && errors.stream().allMatch(error -> error.code().equals(ProblemCode.UNKNOWN_SYMBOL.name()));
        return new ProblemException(
                onlySymbols ? ProblemCode.UNKNOWN_SYMBOL : ProblemCode.VALIDATION_FAILED,
                "Not valid: " + named + more,
                errors.subList(0, Math.min(errors.size(), MOST_LISTED)));
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

    /** Members of the body besides those every problem has. */
    public Map<String, String> members() {
        return members;
    }
}
