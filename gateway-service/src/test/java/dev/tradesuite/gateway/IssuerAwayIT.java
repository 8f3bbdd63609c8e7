package dev.tradesuite.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.TestBroker;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@GatewayIntegrationTest
class IssuerAwayIT {

    @Autowired
    SuiteClient client;

    @DynamicPropertySource
    static void nobodyListensAtTheIssuer(DynamicPropertyRegistry settings) {
        Backends.register(settings);
        String address = "http://127.0.0.1:" + TestBroker.freePort();
        settings.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", () -> address);
    }

    @Test
    void tokenThatCannotBeCheckedIsNobodysFault() {
        Answer answer = client.with("trade:read").get("/api/v1/accounts/main");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().get("code").stringValue()).isEqualTo("SERVICE_OFFLINE");
        assertThat(answer.json().get("detail").stringValue()).contains("issuer");
    }

    @Test
    void whatNeedsNoTokenWorksOn() {
        assertThat(client.get("/").status()).isEqualTo(200);
        assertThat(client.post("/api/v1/webhooks/tradingview/secret", "{}").status())
                .isEqualTo(200);
    }
}
