package dev.tradesuite.gateway.system;

import dev.tradesuite.gateway.route.BackendService;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks every service at once how it is, and remembers since when. */
public final class SystemStatusService {

    /** Name of the gateway among the services. */
    static final String GATEWAY = "gateway";

    private static final String ORCHESTRATOR = "orchestrator";
    private static final String LIVE = "LIVE";

    private final List<BackendService> services;
    private final ServiceProbe probe;
    private final ServiceTraffic traffic;
    private final ServiceProbe.Running itself;
    private final Clock clock;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    /**
     * A service of these.
     *
     * @param itself what the gateway tells of itself
     */
    public SystemStatusService(
            List<BackendService> services,
            ServiceProbe probe,
            ServiceTraffic traffic,
            ServiceProbe.Running itself,
            Clock clock) {
        this.services = List.copyOf(services);
        this.probe = probe;
        this.traffic = traffic;
        this.itself = itself;
        this.clock = clock;
    }

    private record Seen(ServiceCondition condition, Instant since) {}

    private record Answer(String name, ServiceProbe.Finding finding) {}

    /** How everything is; takes as long as the slowest probe. */
    public Mono<SystemStatus> status() {
        return Flux.fromIterable(services)
                .flatMap(
                        service -> probe.ask(service).map(finding -> new Answer(service.name(), finding)),
                        services.size())
                .collectMap(Answer::name, Answer::finding)
                .map(this::status);
    }

    /** LIVE where a broker trades with money, else PAPER; empty while the orchestrator does not tell. */
    public Mono<Optional<String>> mode() {
        return Flux.fromIterable(services)
                .filter(service -> service.name().equals(ORCHESTRATOR))
                .flatMap(probe::ask)
                .map(SystemStatusService::mode)
                .next()
                .defaultIfEmpty(Optional.empty());
    }

    private SystemStatus status(Map<String, ServiceProbe.Finding> findings) {
        Instant now = clock.instant();
        List<SystemStatus.Service> all = new ArrayList<>();
        all.add(service(GATEWAY, new ServiceProbe.Finding(ServiceCondition.READY, "", Optional.of(itself)), now));
        services.forEach(one -> Optional.ofNullable(findings.get(one.name()))
                .ifPresent(finding -> all.add(service(one.name(), finding, now))));
        return new SystemStatus(
                now, Optional.ofNullable(findings.get(ORCHESTRATOR)).flatMap(SystemStatusService::mode), all);
    }

    private SystemStatus.Service service(String name, ServiceProbe.Finding finding, Instant now) {
        Seen last = seen.compute(
                name,
                (_, before) -> before != null && before.condition() == finding.condition()
                        ? before
                        : new Seen(finding.condition(), now));
        return new SystemStatus.Service(name, finding, last.since(), traffic.of(name));
    }

    private static Optional<String> mode(ServiceProbe.Finding finding) {
        return finding.running()
                .map(ServiceProbe.Running::brokers)
                .map(Map::values)
                .filter(labels -> !labels.isEmpty())
                .map((Collection<String> labels) -> labels.contains(LIVE) ? LIVE : "PAPER");
    }
}
