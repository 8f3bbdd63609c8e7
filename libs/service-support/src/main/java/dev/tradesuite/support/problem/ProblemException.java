package dev.tradesuite.support.problem;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Ends a request with a problem of the given code. */
public final class ProblemException extends RuntimeException {

    /** Faulty fields listed; a table of a thousand faulty rows is understood from the first twenty. */
    private static final int MOST_LISTED = 20;

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

    /**
     * {@code VALIDATION_FAILED} for the given fields; {@code UNKNOWN_SYMBOL} when a symbol is all that is wrong. The
     * first twenty are listed, and the rest counted in the detail.
     */
    public static ProblemException invalid(List<FieldError> errors) {
        return invalid(errors, "");
    }

    /** As {@link #invalid(List)}, when there may be faults beyond the given ones: nobody looked. */
    static ProblemException invalidAtLeast(List<FieldError> errors) {
        return invalid(errors, "at least ");
    }

    private static ProblemException invalid(List<FieldError> errors, String atLeast) {
        List<FieldError> listed = errors.subList(0, Math.min(errors.size(), MOST_LISTED));
        String named = listed.stream().map(FieldError::field).distinct().collect(Collectors.joining(", "));
        int rest = errors.size() - listed.size();
        boolean onlySymbols = !errors.isEmpty()
                && errors.stream().allMatch(error -> error.code().equals(ProblemCode.UNKNOWN_SYMBOL.name()));
        return new ProblemException(
                onlySymbols ? ProblemCode.UNKNOWN_SYMBOL : ProblemCode.VALIDATION_FAILED,
                "Not valid: " + named + (rest > 0 ? " and %s%d more".formatted(atLeast, rest) : ""),
                listed);
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
