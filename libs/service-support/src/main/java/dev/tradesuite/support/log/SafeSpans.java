package dev.tradesuite.support.log;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;

/**
 * Sends spans as another exporter does, once they are safe: the observations of HTTP carry whole addresses, and those
 * of failures whole messages.
 */
final class SafeSpans implements SpanExporter {

    private final SpanExporter exporter;

    SafeSpans(SpanExporter exporter) {
        this.exporter = exporter;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        return exporter.export(spans.stream().<SpanData>map(SafeSpan::new).toList());
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }

    private static Attributes safe(Attributes attributes) {
        AttributesBuilder safe = attributes.toBuilder();
        attributes.forEach((key, value) -> {
            if (key.getType() == AttributeType.STRING) {
                safe.put(AttributeKey.stringKey(key.getKey()), LogText.lines(String.valueOf(value)));
            }
        });
        return safe.build();
    }

    private static final class SafeSpan extends DelegatingSpanData {

        private final SpanData span;

        SafeSpan(SpanData span) {
            super(span);
            this.span = span;
        }

        @Override
        public String getName() {
            return LogText.line(span.getName());
        }

        @Override
        public Attributes getAttributes() {
            return safe(span.getAttributes());
        }

        @Override
        public List<EventData> getEvents() {
            return span.getEvents().stream()
                    .map(event -> EventData.create(
                            event.getEpochNanos(),
                            LogText.line(event.getName()),
                            safe(event.getAttributes()),
                            event.getTotalAttributeCount()))
                    .toList();
        }

        @Override
        public StatusData getStatus() {
            StatusData status = span.getStatus();
            return StatusData.create(status.getStatusCode(), LogText.line(status.getDescription()));
        }
    }
}
