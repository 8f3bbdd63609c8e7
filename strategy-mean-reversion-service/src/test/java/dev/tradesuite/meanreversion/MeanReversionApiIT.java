package dev.tradesuite.meanreversion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.CommittedOpenApi;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * What this controller adds to the shared endpoints, on simulated markets; the cycle is shown with the momentum
 * controller.
 */
@SuiteIntegrationTest
@TestPropertySource(properties = "suite.services.ledger.url=http://127.0.0.1:1")
class MeanReversionApiIT {

    private final SuiteClient client;

    MeanReversionApiIT(@Autowired SuiteClient client) {
        this.client = client;
    }

    @Test
    void describesItself() {
        JsonNode info = client.with("trade:read").get("/strategy/info").json();

        assertThat(info.at("/type").asString()).isEqualTo("mean_reversion");
        assertThat(info.at("/market_source").asString()).isEqualTo("simulated");
        assertThat(info.at("/default_config/trade_amount").decimalValue()).isEqualByComparingTo("100");
    }

    @Test
    void saysWhichServiceIsMissing() {
        SuiteClient.Answer answer =
                client.with("portfolio:write").post("/strategy/execute-full-cycle?portfolio_id=1", null);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().at("/detail").asString()).startsWith("portfolio is unavailable");
    }

    @Test
    void isDescribedAsTheCommittedCopySays() throws IOException {
        CommittedOpenApi.check(client, "strategy-mean-reversion-service");
    }
}
