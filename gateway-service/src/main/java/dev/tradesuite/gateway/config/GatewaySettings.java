package dev.tradesuite.gateway.config;

import dev.tradesuite.gateway.limit.RateLimit;
import dev.tradesuite.gateway.route.BackendService;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings under {@code suite.gateway}.
 *
 * @param rateLimit requests one client may send
 * @param responseTimeout how long a service may take to answer, unless it says otherwise
 * @param cycleTimeout how long the controller of a strategy may take: a whole cycle
 * @param services what is behind the gateway, by name
 */
@ConfigurationProperties("suite.gateway")
public record GatewaySettings(
        RateLimit rateLimit, Duration responseTimeout, Duration cycleTimeout, Map<String, Service> services) {

    /**
     * A service behind the gateway.
     *
     * @param url where it listens
     * @param paths patterns of the requests it answers
     * @param responseTimeout its own; absent: that of all services
     */
    public record Service(URI url, List<String> paths, @Nullable Duration responseTimeout) {}

    List<BackendService> backendServices() {
        return services.entrySet().stream()
                .map(entry -> backendService(entry.getKey(), entry.getValue()))
                .toList();
    }

    private BackendService backendService(String name, Service service) {
        Duration own = service.responseTimeout();
        return new BackendService(
                name, service.url(), service.paths(), Optional.empty(), own == null ? responseTimeout : own);
    }
}
