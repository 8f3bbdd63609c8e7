package dev.tradesuite.launcher.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.launcher.kafka.KafkaPart;
import dev.tradesuite.launcher.postgres.PostgresPart;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
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
    void theFrontDoorIsOneOfThem() {
        assertThat(Services.named(Services.FRONT_DOOR).name()).isEqualTo("gateway-service");
        assertThatThrownBy(() -> Services.named("nobody")).hasMessage("no service has the key nobody");
    }
}
