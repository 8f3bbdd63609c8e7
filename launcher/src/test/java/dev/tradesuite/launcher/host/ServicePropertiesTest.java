package dev.tradesuite.launcher.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.launcher.TestServices;
import dev.tradesuite.launcher.service.SampleController;
import dev.tradesuite.launcher.service.Services;
import dev.tradesuite.launcher.service.SuiteService;
import dev.tradesuite.launcher.settings.SettingsReader;
import dev.tradesuite.launcher.settings.SuiteSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ServicePropertiesTest {

    @TempDir
    Path root;

    private final Endpoints endpoints = new Endpoints(
            "jdbc:postgresql://localhost:1/suite",
            "suite",
            "secret",
            "localhost:2",
            new MessagingSecrets("hidden", "signed with", null),
            "http://localhost:3",
            "id",
            "hush");

    private ServiceProperties properties(Map<String, String> overrides) {
        return new ServiceProperties(
                new SettingsReader(root, TestServices.ALL).read(null, overrides), endpoints, TestServices.ALL);
    }

    @Test
    void tellsAServiceWhereEverythingIs() {
        assertThat(properties(Map.of("ports.gateway", "18000")).of(TestServices.BRAIN))
                .containsEntry("server.port", "8001")
                .containsEntry("server.address", "127.0.0.1")
                .containsEntry("spring.datasource.url", "jdbc:postgresql://localhost:1/suite")
                .containsEntry("spring.datasource.password", "secret")
                .containsEntry("spring.kafka.bootstrap-servers", "localhost:2")
                .containsEntry("suite.kafka.password", "hidden")
                .containsEntry("suite.events.signing-secret", "signed with")
                .doesNotContainKey("suite.events.previous-signing-secret")
                .containsEntry("spring.security.oauth2.resourceserver.jwt.issuer-uri", "http://localhost:3")
                .containsEntry("suite.service-client.token-uri", "http://localhost:3/oauth2/token")
                .containsEntry("suite.services.gateway.url", "http://localhost:18000")
                .containsEntry("suite.services.brain.url", "http://localhost:8001");
    }

    @Test
    void tellsTheGatewayAloneWhereItsMetricsAreRead() {
        ServiceProperties properties = properties(Map.of("ports.gateway-metrics", "18090"));

        assertThat(properties.of(TestServices.GATEWAY)).containsEntry("suite.gateway.metrics.port", "18090");
        assertThat(properties.of(TestServices.BRAIN)).doesNotContainKey("suite.gateway.metrics.port");
    }

    @Test
    void tellsTheBrainAloneWhereTrainedModelsLie() {
        String folder = "suite.brain.models.folder";
        String state = root.resolve(".suite").resolve("models").toString();

        assertThat(properties(Map.of()).of(TestServices.BRAIN)).containsEntry(folder, state);
        assertThat(properties(Map.of()).of(TestServices.GATEWAY)).doesNotContainKey(folder);
        assertThat(properties(Map.of("services.brain." + folder, "/srv/models")).of(TestServices.BRAIN))
                .containsEntry(folder, "/srv/models");
    }

    @Test
    void tellsWhereTheControllersOfTheStrategiesAre() {
        List<SuiteService> services = Services.withControllers(List.of(
                new SampleController("momentum", 8002, true), new SampleController("mean_reversion", 8005, false)));
        SuiteSettings settings = new SettingsReader(root, services).read(null, Map.of("ports.mean_reversion", "18005"));

        assertThat(new ServiceProperties(settings, endpoints, services).of(Services.named("orchestrator")))
                .containsEntry("suite.strategies.momentum.url", "http://localhost:8002")
                .containsEntry("suite.strategies.mean_reversion.url", "http://localhost:18005");
    }

    @Test
    void settingsTheServicesShareGoToAllOfThem() {
        ServiceProperties properties = properties(
                Map.of("suite.market-source.kind", "file", "services.brain.suite.market-source.kind", "simulated"));

        assertThat(properties.of(TestServices.GATEWAY)).containsEntry("suite.market-source.kind", "file");
        assertThat(properties.of(TestServices.BRAIN)).containsEntry("suite.market-source.kind", "simulated");
    }

    @Test
    void letsThePersonHaveTheLastWord() {
        assertThat(properties(Map.of("services.brain.spring.kafka.bootstrap-servers", "elsewhere:9092"))
                        .of(TestServices.BRAIN))
                .containsEntry("spring.kafka.bootstrap-servers", "elsewhere:9092");
    }

    @Test
    void travelsAsJson() {
        ServiceProperties properties = properties(Map.of());

        assertThat(JsonMapper.shared()
                        .readTree(properties.json(TestServices.GATEWAY))
                        .path("server.port")
                        .asString())
                .isEqualTo("8000");
        assertThat(endpoints).asString().doesNotContain("secret", "hidden", "hush", "signed with");
    }
}
