package dev.tradesuite.gateway.system.web;

import dev.tradesuite.gateway.system.ServiceCondition;
import dev.tradesuite.gateway.system.ServiceProbe;
import dev.tradesuite.gateway.system.ServiceTraffic;
import dev.tradesuite.gateway.system.SystemStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How the suite is.
 *
 * @param at when it was asked
 * @param mode LIVE where a broker trades with money, else PAPER; absent while the orchestrator does not tell
 * @param windowSeconds how far back the traffic of the services looks
 * @param services the gateway first
 */
record SystemStatusInfo(Instant at, @Nullable String mode, long windowSeconds, List<Service> services) {

    /**
     * A service.
     *
     * @param name such as {@code orchestrator}
     * @param reason why it is not READY, in words; absent when it is
     * @param since when this gateway found it so first, when it was asked
     * @param version of the program; absent while it does not tell, as all that follows up to its clients
     * @param startedAt when it was started
     * @param uptimeSeconds since then
     * @param unsentEvents events that are committed and not yet with Kafka; absent where there are none to send
     * @param consumerLag events in Kafka that it has not read; absent where it reads none
     * @param feedClients connections to its feed; absent where it has none
     * @param requests that went to it through this gateway in the window
     * @param failures of them, answered with 500 and above or not at all
     * @param p50Millis half of them took no longer, in ms, right to 5 %; absent without requests
     * @param p95Millis 95 % of them took no longer, in ms, right to 5 %; absent without requests
     */
    record Service(
            String name,
            ServiceCondition state,
            @Nullable String reason,
            Instant since,
            @Nullable String version,
            @Nullable Instant startedAt,
            @Nullable Long uptimeSeconds,
            @Nullable Long unsentEvents,
            @Nullable Long consumerLag,
            @Nullable Long feedClients,
            long requests,
            long failures,
            @Nullable Double p50Millis,
            @Nullable Double p95Millis) {}

    static SystemStatusInfo of(SystemStatus status) {
        return new SystemStatusInfo(
                status.at(),
                status.mode().orElse(null),
                ServiceTraffic.WINDOW.toSeconds(),
                status.services().stream()
                        .map(service -> service(service, status.at()))
                        .toList());
    }

    private static Service service(SystemStatus.Service service, Instant now) {
        Optional<ServiceProbe.Running> running = service.found().running();
        String reason = service.found().reason();
        ServiceTraffic.Summary traffic = service.traffic();
        return new Service(
                service.name(),
                service.found().condition(),
                reason.isEmpty() ? null : reason,
                service.since(),
                running.map(ServiceProbe.Running::version).orElse(null),
                running.map(ServiceProbe.Running::startedAt).orElse(null),
                running.map(told -> Duration.between(told.startedAt(), now).toSeconds())
                        .orElse(null),
                running.map(told -> number(told.unsentEvents())).orElse(null),
                running.map(told -> number(told.consumerLag())).orElse(null),
                running.map(told -> number(told.feedClients())).orElse(null),
                traffic.requests(),
                traffic.failures(),
                number(traffic.medianMillis()),
                number(traffic.p95Millis()));
    }

    private static @Nullable Long number(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    /** In hundredths of a millisecond; more would say more than is known. */
    private static @Nullable Double number(OptionalDouble value) {
        return value.isPresent() ? Math.round(value.getAsDouble() * 100) / 100.0 : null;
    }
}
