package dev.tradesuite.support.problem;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.Problem;
import dev.tradesuite.contracts.problem.ProblemCode;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills in a {@link Problem} for the current request. Needs neither a servlet nor a reactive server. */
public final class Problems {

    private final Tracer tracer;

    public Problems(Tracer tracer) {
        this.tracer = tracer;
    }

    /**
     * A problem of the current request.
     *
     * @param path path of the request
     */
    public Problem of(ProblemCode code, String detail, List<FieldError> errors, String path) {
        return new Problem(
                URI.create(code.type()),
                code.title(),
                code.status(),
                detail,
                uri(path),
                code.name(),
                errors,
                traceId());
    }

    /** Trace id of what the current thread works on; null outside of any trace. */
    public @Nullable String traceId() {
        TraceContext context = tracer.currentTraceContext().context();
        return context == null || context.traceId().isEmpty() ? null : context.traceId();
    }

    private static @Nullable URI uri(String path) {
        try {
            return URI.create(path);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
