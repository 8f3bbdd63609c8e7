package dev.tradesuite.hybrid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteIntegrationTest;
import dev.tradesuite.test.strategy.StrategyApiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@SuiteIntegrationTest
class HybridApiIT extends StrategyApiTest {

    HybridApiIT(@Autowired SuiteClient client) {
        super(client, "hybrid");
    }

    @Test
    void weightsThatAreAllZeroAreNamed() {
        JsonNode checked = validated("{\"momentum_weight\": 0, \"mean_reversion_weight\": 0}");

        assertThat(faults(checked)).containsExactly("momentum_weight NOT_VALID");
    }
}
