package dev.tradesuite.gateway.system;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the suite is.
 *
 * @param at when it was asked
 * @param mode LIVE where a broker trades with money, else PAPER; empty while the orchestrator does not tell
 * @param services the gateway itself first, then what is behind it in the order of its settings
 */
public record SystemStatus(Instant at, Optional<String> mode, List<Service> services) {

    public SystemStatus {
        services = List.copyOf(services);
    }

    /**
     * A service.
     *
     * @param since when this gateway found it so first, when it was asked
     * @param traffic what went to it through this gateway in the last five minutes
     */
    public record Service(String name, ServiceProbe.Finding found, Instant since, ServiceTraffic.Summary traffic) {}
}
