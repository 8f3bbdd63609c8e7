package dev.tradesuite.support.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class SafeSpansTest {

    private static final String SECRET = "s3cret";

    @Test
    void nothingOfASpanTellsTheSecret() {
        Kept kept = new Kept();
        Object exporter = LogAutoConfiguration.safeSpans().postProcessAfterInitialization(kept, "exporter");
        try (SdkTracerProvider tracers = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create((SpanExporter) exporter))
                .build()) {
            String path = "/api/v1/webhooks/" + SECRET;
            Span span = tracers.get("test").spanBuilder("http post " + path).startSpan();
            span.setAttribute("http.url", path + "?key=" + SECRET);
            span.setAttribute("http.status_code", 500);
            span.addEvent("sent to " + path);
            span.recordException(new IllegalStateException("no answer of " + path));
            span.setStatus(StatusCode.ERROR, "no answer of " + path);
            span.end();
        }

        SpanData span = kept.spans.getFirst();
        assertThat(span.getName()).isEqualTo("http post /api/v1/webhooks/***");
        assertThat(span.getAttributes().asMap().values()).contains("/api/v1/webhooks/***?***", 500L);
        assertThat(span.getEvents()).hasSize(2);
        assertThat(span.getStatus().getDescription()).isEqualTo("no answer of /api/v1/webhooks/***");
        assertThat(span.getEvents() + " " + span.getAttributes() + span.getStatus())
                .contains("IllegalStateException")
                .doesNotContain(SECRET);
    }

    private static final class Kept implements SpanExporter {

        private final List<SpanData> spans = new ArrayList<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> exported) {
            spans.addAll(exported);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
