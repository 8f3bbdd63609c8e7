package dev.tradesuite.signals.stream.web;

import dev.tradesuite.signals.stream.StreamEnd;
import dev.tradesuite.signals.stream.StreamWatch;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Meters of the feed's clients: {@code suite.feed.closed} by reason, {@code suite.feed.replaced}, messages of the
 * moment that a newer one replaced before they were sent.
 */
public final class StreamMeter implements StreamWatch {

    private final Map<StreamEnd, Counter> closed = new EnumMap<>(StreamEnd.class);
    private final Counter replaced;

    public StreamMeter(MeterRegistry registry) {
        for (StreamEnd reason : StreamEnd.values()) {
            closed.put(
                    reason,
                    Counter.builder("suite.feed.closed")
                            .description("Connections of the feed that ended")
                            .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        replaced = Counter.builder("suite.feed.replaced")
                .description("Prices and equity that a newer one replaced before they were sent")
                .register(registry);
    }

    @Override
    public void ended(StreamEnd reason) {
        Objects.requireNonNull(closed.get(reason)).increment();
    }

    @Override
    public void replaced() {
        replaced.increment();
    }
}
