package dev.tradesuite.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SuiteIntegrationTest
class SmokeIT {

    @Autowired
    private SuiteClient client;

    @Test
    void answersWithSnakeCaseAndPlainDecimals() {
        Answer answer = client.with("trade:read")
                .post("/api/v1/notes", "{\"symbol\":\"EURUSD\",\"current_price\":0.0000001,\"mode\":\"fixed_risk\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .isEqualTo("{\"symbol\":\"EURUSD\",\"current_price\":0.0000001,\"mode\":\"fixed_risk\"}");
    }

    @Test
    void asksForAToken() {
        Answer answer = client.get("/api/v1/missing");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json().path("code").asString()).isEqualTo("UNAUTHORIZED");
    }
}
