package dev.tradesuite.support.event;

import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries the trace of a request across the outbox, where no thread does. */
final class Traces {

    /** Header of W3C Trace Context. */
    static final String TRACEPARENT = "traceparent";

    private final Tracer tracer;
    private final Propagator propagator;

    Traces(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    @Nullable
    TraceContext current() {
        TraceContext context = tracer.currentTraceContext().context();
        return context == null || context.traceId().isEmpty() ? null : context;
    }

    /** The trace context as W3C writes it. */
    @Nullable
    String traceparent(TraceContext trace) {
        Map<String, String> carrier = new HashMap<>();
        propagator.inject(trace, carrier, (map, key, value) -> {
            if (map != null) {
                map.put(key, value);
            }
        });
        return carrier.get(TRACEPARENT);
    }
}
