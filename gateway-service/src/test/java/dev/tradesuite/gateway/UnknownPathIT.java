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
@TestPropertySource(properties = {"suite.gateway.rate-limit.requests-per-second=1", "suite.gateway.rate-limit.burst=7"})
class UnknownPathIT {

    @Autowired
    SuiteClient client;

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry settings) {
        Backends.register(settings);
    }

    @Test
    void knownTokenMayNotLookForPathsForEver() {
        SuiteClient known = client.with("trade:read");
        assertThat(known.get("/api/v1/accounts/main").status()).isEqualTo(200);

        List<Answer> unknown = IntStream.range(0, 40)
                .mapToObj(i -> known.get("/api/v2/nothing/" + i))
                .toList();

        assertThat(unknown).extracting(Answer::status).contains(404, 429).containsOnly(404, 429);
        Answer refused = unknown.getLast();
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.json().get("code").stringValue()).isEqualTo("RATE_LIMITED");
        assertThat(known.get("/").status()).isEqualTo(200);
        assertThat(known.get("/api/v1/accounts/main").status()).isEqualTo(200);
        // The scheme has no case; a token that was never checked is not checked now.
        assertThat(client.header("Authorization", "bearer not.a.token")
                        .get("/api/v1/accounts/main")
                        .status())
                .isEqualTo(429);
    }
}
