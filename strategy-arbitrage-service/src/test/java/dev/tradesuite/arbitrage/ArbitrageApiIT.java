package dev.tradesuite.arbitrage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteIntegrationTest;
import dev.tradesuite.test.strategy.StrategyApiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@SuiteIntegrationTest
class ArbitrageApiIT extends StrategyApiTest {

    ArbitrageApiIT(@Autowired SuiteClient client) {
        super(client, "arbitrage");
    }

    @Test
    void buysNothingOfMarketsThatAreNoSet() {
        JsonNode report = operator.post(run, null).json();

        assertThat(report.at("/counts/events_kept").asInt()).isZero();
        assertThat(report.at("/counts/trades").asInt()).isZero();
    }
}
