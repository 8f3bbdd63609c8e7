package dev.tradesuite.contracts.problem;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Problem detail of RFC 9457 with the members every service adds.
 *
 * @param type {@link ProblemCode#type()}
 * @param title {@link ProblemCode#title()}
 * @param status HTTP status
 * @param detail what was expected and what was found, this time
 * @param instance path of the request
 * @param code name of the {@link ProblemCode}; a string, so that a caller reads codes newer than itself
 * @param errors every faulty field; empty when the problem is not about fields
 * @param traceId W3C trace id of the request
 */
public record Problem(
        URI type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable URI instance,
        String code,
        List<FieldError> errors,
        @Nullable String traceId) {

    public Problem {
        // A caller may meet a problem without errors; a null list would spread through every reader.
        errors = errors == null ? List.of() : List.copyOf(errors);
    }
}
