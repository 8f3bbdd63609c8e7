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
    void controllersFollowFromTheirStrategies() {
        List<SuiteService> all = Services.withControllers(List.of(new SampleController("pairs_trading", 8020, true)));

        assertThat(all.getLast())
                .isEqualTo(new SuiteService(
                        "pairs_trading",
                        "strategy-pairs-trading-service",
                        "suite.strategies.pairs_trading.url",
                        8020,
                        SampleController.class,
                        Set.of("ledger-service"),
                        false,
                        false));
    }

    @Test
    void controllersThatAreOffStartOnlyWhenTheyAreAskedFor() {
        List<SuiteService> all = Services.withControllers(List.of(
                new SampleController("always", 1, true),
                new SampleController("some_times", 2, false),
                new SampleController("seldom", 3, false)));

        assertThat(Services.select(all, List.of()))
                .extracting(SuiteService::key)
                .contains("always")
                .doesNotContain("some_times", "seldom");
        assertThat(Services.select(all, List.of("seldom")))
                .extracting(SuiteService::name)
                .endsWith("strategy-always-service", "strategy-seldom-service");
        assertThatThrownBy(() -> Services.select(all, List.of("seldum")))
                .isInstanceOf(SuiteException.class)
                .hasMessage("there is no service 'seldum' to start; --with takes some_times, seldom");
    }

    @Test
    void theFrontDoorIsOneOfThem() {
        assertThat(Services.named(Services.FRONT_DOOR).name()).isEqualTo("gateway-service");
        assertThatThrownBy(() -> Services.named("nobody")).hasMessage("no service has the key nobody");
    }
}
