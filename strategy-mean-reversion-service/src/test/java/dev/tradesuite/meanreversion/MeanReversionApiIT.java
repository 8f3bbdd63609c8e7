package dev.tradesuite.meanreversion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteIntegrationTest;
import dev.tradesuite.test.strategy.StrategyApiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@SuiteIntegrationTest
class MeanReversionApiIT extends StrategyApiTest {

    MeanReversionApiIT(@Autowired SuiteClient client) {
        super(client, "mean_reversion");
    }

    @Test
    void saysThatItHasSeenTooFewPrices() {
        JsonNode report = operator.post(run, null).json();

        assertThat(report.at("/counts/trades").asInt()).isZero();
        assertThat(texts(report, "/warnings", "/code")).containsExactly("HISTORY_TOO_SHORT");
    }
}
