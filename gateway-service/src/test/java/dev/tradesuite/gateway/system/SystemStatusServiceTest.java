package dev.tradesuite.gateway.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.gateway.route.BackendService;
import dev.tradesuite.test.FixedClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class SystemStatusServiceTest {

    private static final Instant NOW = Instant.parse("2026-06-01T10:00:00Z");
    private static final ServiceProbe.Finding READY = found(ServiceCondition.READY, Map.of());

    private final FixedClock clock = FixedClock.at(NOW.toString());
    private final Map<String, ServiceProbe.Finding> findings =
            new HashMap<>(Map.of("orchestrator", READY, "risk", READY));
    private final SystemStatusService service = new SystemStatusService(
            List.of(backend("orchestrator"), backend("risk")),
            one -> Mono.fromSupplier(() -> Objects.requireNonNull(findings.get(one.name()))),
            new ServiceTraffic(clock),
            running(Map.of()),
            clock);

    @Test
    void gatewayIsFirstAndTheOthersKeepTheirOrder() {
        assertThat(status().services())
                .extracting(SystemStatus.Service::name)
                .containsExactly("gateway", "orchestrator", "risk");
    }

    @Test
    void sinceIsWhenItBecameSoAndNotWhenItWasAskedLast() {
        status();
        clock.advance(Duration.ofMinutes(1));
        findings.put("risk", new ServiceProbe.Finding(ServiceCondition.OFFLINE, "away", Optional.empty()));
        status();
        clock.advance(Duration.ofMinutes(1));

        SystemStatus status = status();

        assertThat(status.services().getLast().since()).isEqualTo(NOW.plusSeconds(60));
        assertThat(status.services().get(1).since()).isEqualTo(NOW);
        assertThat(status.at()).isEqualTo(NOW.plusSeconds(120));
    }

    @Test
    void oneBrokerWithMoneyMakesItLive() {
        findings.put("orchestrator", found(ServiceCondition.READY, Map.of("paper", "PAPER")));
        assertThat(status().mode()).contains("PAPER");

        findings.put("orchestrator", found(ServiceCondition.NOT_READY, Map.of("paper", "PAPER", "bank", "LIVE")));
        assertThat(status().mode()).contains("LIVE");
        assertThat(service.mode().blockOptional().flatMap(mode -> mode)).contains("LIVE");
    }

    @Test
    void modeIsNotKnownWhileTheOrchestratorIsAway() {
        findings.put("orchestrator", new ServiceProbe.Finding(ServiceCondition.SILENT, "late", Optional.empty()));

        assertThat(status().mode()).isEmpty();
        assertThat(service.mode().blockOptional().flatMap(mode -> mode)).isEmpty();
    }

    private SystemStatus status() {
        return service.status().blockOptional().orElseThrow();
    }

    private static BackendService backend(String name) {
        return new BackendService(
                name, URI.create("http://localhost"), List.of(), List.of(), Optional.empty(), Duration.ZERO);
    }

    private static ServiceProbe.Finding found(ServiceCondition condition, Map<String, String> brokers) {
        return new ServiceProbe.Finding(condition, "", Optional.of(running(brokers)));
    }

    private static ServiceProbe.Running running(Map<String, String> brokers) {
        return new ServiceProbe.Running(
                "1.0", NOW, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), brokers);
    }
}
