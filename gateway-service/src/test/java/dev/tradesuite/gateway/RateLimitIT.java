package dev.tradesuite.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

@GatewayIntegrationTest
@TestPropertySource(properties = {"suite.gateway.rate-limit.requests-per-second=1", "suite.gateway.rate-limit.burst=5"})
class RateLimitIT {

    @Autowired
    SuiteClient client;

    @DynamicPropertySource
    static void backends(DynamicPropertyRegistry settings) {
        Backends.register(settings);
    }

    @Test
    void clientThatAsksTooMuchWaitsAndTheOthersDoNot() {
        SuiteClient eager = client.with("trade:read");

        int refused = IntStream.range(0, 50)
                .mapToObj(_ -> eager.get("/api/v1/accounts/main"))
                .mapToInt(Answer::status)
                .filter(status -> status == 429)
                .map(_ -> 1)
                .sum();
        Answer answer = eager.get("/api/v1/accounts/main");

        assertThat(refused).isGreaterThan(30);
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.json().get("code").stringValue()).isEqualTo("RATE_LIMITED");
        assertThat(answer.json().get("trace_id").stringValue()).hasSize(32);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");

        assertThat(client.post("/api/v1/webhooks/tradingview/secret", "{}").status())
                .as("an alert from the same address is another client")
                .isEqualTo(200);
        assertThat(eager.get("/actuator/health").status()).isEqualTo(200);
        assertThat(eager.get("/").status()).isEqualTo(200);
    }
}
