package dev.tradesuite.gateway.route;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the routes.
 *
 * @param responseTimeout how long a service may take to answer, unless it says otherwise
 * @param cycleTimeout how long the controller of a strategy may take: a whole cycle
 * @param services what is behind the gateway, by name
 */
@ConfigurationProperties("suite.gateway")
record RouteSettings(Duration responseTimeout, Duration cycleTimeout, Map<String, Service> services) {

    /**
     * A service behind the gateway.
     *
     * @param url where it listens
     * @param paths patterns of the requests it answers
     * @param internal what of them only services call, and is not passed on: patterns, each with a method or for all
     * @param responseTimeout its own; absent: that of all services
     */
    record Service(
            URI url, List<String> paths, @DefaultValue List<String> internal, @Nullable Duration responseTimeout) {}

    List<BackendService> backendServices() {
        return services.entrySet().stream()
                .map(entry -> backendService(entry.getKey(), entry.getValue()))
                .toList();
    }

    private BackendService backendService(String name, Service service) {
        Duration own = service.responseTimeout();
        return new BackendService(
                name,
                service.url(),
                service.paths(),
                service.internal().stream().map(InternalEndpoint::parse).toList(),
                Optional.empty(),
                own == null ? responseTimeout : own);
    }
}
