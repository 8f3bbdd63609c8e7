package dev.tradesuite.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

@GatewayIntegrationTest
@TestPropertySource(properties = {"suite.gateway.rate-limit.requests-per-second=1", "suite.gateway.rate-limit.burst=6"})
class RefusalLimitIT {

    @Autowired
    SuiteClient client;

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry settings) {
        Backends.register(settings);
    }

    @Test
    void whoIsRefusedAllTheTimeWaitsAndAKnownTokenDoesNot() {
        SuiteClient known = client.with("trade:read", "portfolio:write");
        assertThat(known.get("/api/v1/accounts/main").status()).isEqualTo(200);

        List<Integer> refused = IntStream.range(0, 20)
                .mapToObj(_ ->
                        client.header("Authorization", "Bearer not.a.token").get("/api/v1/accounts/main"))
                .map(Answer::status)
                .toList();
        List<Integer> unknown = IntStream.range(0, 20)
                .mapToObj(_ -> client.get("/api/v2/nothing"))
                .map(Answer::status)
                .toList();

        assertThat(refused).startsWith(401, 401, 401, 401).contains(429);
        assertThat(unknown).contains(429).doesNotContain(404);
        assertThat(known.get("/api/v1/accounts/main").status()).isEqualTo(200);
        assertThat(client.get("/").status()).isEqualTo(200);
    }
}
