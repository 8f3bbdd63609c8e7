package dev.tradesuite.launcher.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.kafka.KafkaPart;
import dev.tradesuite.launcher.postgres.PostgresPart;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class ServicesTest {

    @Test
    void everyServiceComesAfterThoseItNeeds() {
        Set<String> before = new HashSet<>(Set.of(PostgresPart.NAME, KafkaPart.NAME));
        for (SuiteService service : Services.ALL) {
            assertThat(before).as(service.name()).containsAll(service.needs());
            before.add(service.name());
        }
    }

    @Test
    void portsAreThoseOfTheServicesOwnConfiguration() throws IOException {
        for (SuiteService service : Services.ALL) {
            assertThat(portInFile(service)).as(service.name()).isEqualTo(Integer.toString(service.defaultPort()));
        }
    }

    private static String portInFile(SuiteService service) throws IOException {
        try (InputStream file = service.application().getResourceAsStream("/%s.yml".formatted(service.name()))) {
            Map<String, Object> document = new Yaml().load(file);
            return document.get("server") instanceof Map<?, ?> server
                    ? String.valueOf(server.get("port"))
                    : String.valueOf(document.get("server.port"));
        }
    }

    @Test
    void reservedStrategiesStartOnlyWhenTheyAreAskedFor() {
        assertThat(Services.usual())
                .extracting(SuiteService::key)
                .contains("momentum")
                .doesNotContain("mean_reversion", "arbitrage", "hybrid");
        assertThat(Services.with(List.of("hybrid", "arbitrage")))
                .extracting(SuiteService::name)
                .endsWith("strategy-momentum-service", "strategy-arbitrage-service", "strategy-hybrid-service");
        assertThatThrownBy(() -> Services.with(List.of("hybird")))
                .isInstanceOf(SuiteException.class)
                .hasMessage("there is no service 'hybird' to start; --with takes mean_reversion, arbitrage, hybrid");
    }

    @Test
    void theFrontDoorIsOneOfThem() {
        assertThat(Services.named(Services.FRONT_DOOR).name()).isEqualTo("gateway-service");
        assertThatThrownBy(() -> Services.named("nobody")).hasMessage("no service has the key nobody");
    }
}
