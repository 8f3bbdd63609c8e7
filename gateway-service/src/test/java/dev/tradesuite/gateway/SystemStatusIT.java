package dev.tradesuite.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.CommittedOpenApi;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import java.io.IOException;
import java.time.Instant;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The status of a suite in which one service is well, one is not ready, one never answers, and one is away. */
@GatewayIntegrationTest
class SystemStatusIT {

    private static final String READINESS = "/actuator/health/readiness";
    private static final String INFO = "/actuator/info";

    private static final Backend WELL = Backend.start("orchestrator")
            .says(READINESS, 200, "{\"status\": \"UP\"}")
            .says(
                    INFO,
                    200,
                    """
                    {"running": {"service": "orchestrator-service", "version": "1.2.3",
                     "started_at": "2026-05-01T10:00:00Z", "unsent_events": 2, "consumer_lag": 0, "new": [1]},
                     "brokers": {"paper": "PAPER"}, "more": true}""");
    private static final Backend NOT_READY = Backend.start("ledger")
            .says(
                    READINESS,
                    503,
                    """
                    {"status": "DOWN", "components": {"db": {"status": "DOWN"}, "readinessState": {"status": "UP"}}}""")
            .says(INFO, 200, "no JSON");
    private static final Backend STUCK = Backend.start("brain").holds(READINESS).holds(INFO);

    @Autowired
    SuiteClient client;

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry settings) {
        Backends.register(settings);
        settings.add("suite.services.orchestrator.url", WELL::url);
        settings.add("suite.services.ledger.url", NOT_READY::url);
        settings.add("suite.services.brain.url", STUCK::url);
    }

    @Test
    void eachServiceIsToldAsItIs() {
        SuiteClient reader = client.with("trade:read");
        assertThat(reader.get("/api/v1/orchestrator/decisions/1").status()).isEqualTo(200);

        JsonNode status = reader.get("/api/v1/system/status").json();

        assertThat(status.get("mode").asString()).isEqualTo("PAPER");
        JsonNode well = service(status, "orchestrator");
        assertThat(well.get("state").asString()).isEqualTo("READY");
        assertThat(well.get("version").asString()).isEqualTo("1.2.3");
        assertThat(well.get("unsent_events").asLong()).isEqualTo(2);
        assertThat(well.get("consumer_lag").asLong()).isZero();
        assertThat(well.has("feed_clients")).isFalse();
        assertThat(well.get("uptime_seconds").asLong()).isPositive();
        assertThat(well.get("requests").asLong()).isPositive();
        assertThat(well.get("p95_millis").asDouble()).isPositive();

        assertThat(service(status, "ledger").get("state").asString()).isEqualTo("NOT_READY");
        assertThat(service(status, "ledger").get("reason").asString()).isEqualTo("Not ready: db");
        assertThat(service(status, "ledger").has("version")).isFalse();

        assertThat(service(status, "brain").get("state").asString()).isEqualTo("SILENT");
        assertThat(service(status, "brain").get("reason").asString()).contains("1000 ms");

        assertThat(service(status, "risk").get("state").asString()).isEqualTo("OFFLINE");

        assertThat(status.get("services").get(0).get("name").asString()).isEqualTo("gateway");
        assertThat(status.get("services").get(0).has("version")).isTrue();
    }

    @Test
    void onlyWhoMayReadLearnsIt() {
        assertThat(client.get("/api/v1/system/status").status()).isEqualTo(401);
        Answer refused = client.with("portfolio:write").get("/api/v1/system/status");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("detail").asString()).contains("trade:read");
        Answer unknown = client.with("trade:read").get("/api/v1/system/status?service=risk");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().at("/errors/0/field").asString()).isEqualTo("service");
        assertThat(client.with("trade:read").get("/api/v1/system/other").status())
                .isEqualTo(404);
    }

    @Test
    void everybodyLearnsWhoTheyAre() {
        assertThat(client.get("/api/v1/me").status()).isEqualTo(401);

        JsonNode me = client.with("portfolio:write", "admin").get("/api/v1/me").json();

        assertThat(me.get("name").asString()).isNotEmpty();
        assertThat(me.get("scopes")).map(JsonNode::asString).containsExactly("admin", "portfolio:write");
        assertThat(me.get("mode").asString()).isEqualTo("PAPER");
        assertThat(Instant.parse(me.get("expires_at").asString()))
                .isAfter(Instant.parse(me.get("server_time").asString()));
    }

    @Test
    void descriptionOfTheApiIsTheCommittedOne() throws IOException {
        CommittedOpenApi.check(client, "gateway-service");
    }

    private static JsonNode service(JsonNode status, String name) {
        return StreamSupport.stream(status.get("services").spliterator(), false)
                .filter(one -> one.get("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
