package dev.tradesuite.support.boot;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;

/**
 * Tells at {@code /actuator/info} what runs here: {@code service}, {@code version}, {@code started_at}, and of what the
 * service measures {@code unsent_events}, {@code consumer_lag} and {@code feed_clients}. What it does not measure, or
 * cannot tell at the moment, is left out.
 */
public final class RunningInfo implements InfoContributor {

    /** Where the program was not packaged. */
    private static final String UNPACKAGED = "unpackaged";

    private static final Map<String, String> METERS = Map.of(
            "unsent_events", "suite.outbox.waiting",
            "consumer_lag", "kafka.consumer.fetch.manager.records.lag",
            "feed_clients", "suite.feed.clients");

    private final String service;
    private final Supplier<@Nullable MeterRegistry> meters;
    private final Instant startedAt;

    RunningInfo(String service, Supplier<@Nullable MeterRegistry> meters, Clock clock) {
        this.service = service;
        this.meters = meters;
        this.startedAt = clock.instant();
    }

    @Override
    public void contribute(Info.Builder builder) {
        Map<String, Object> running = new LinkedHashMap<>();
        running.put("service", service);
        running.put("version", version());
        running.put("started_at", startedAt.toString());
        METERS.forEach((name, meter) -> sum(meter).ifPresent(value -> running.put(name, value)));
        builder.withDetail("running", running);
    }

    /** Of the program; {@code unpackaged} where it runs from its classes. */
    public String version() {
        String version = RunningInfo.class.getPackage().getImplementationVersion();
        return version == null ? UNPACKAGED : version;
    }

    /** When this service was started. */
    public Instant startedAt() {
        return startedAt;
    }

    /** Of all gauges of a name, such as that of each partition; those that cannot be told are no numbers. */
    private Optional<Long> sum(String meter) {
        Collection<Gauge> gauges = Optional.ofNullable(meters.get())
                .map(registry -> registry.find(meter).gauges())
                .orElse(List.of());
        double[] values = gauges.stream()
                .mapToDouble(Gauge::value)
                .filter(Double::isFinite)
                .toArray();
        return values.length == 0
                ? Optional.empty()
                : Optional.of(Math.round(Arrays.stream(values).sum()));
    }
}
