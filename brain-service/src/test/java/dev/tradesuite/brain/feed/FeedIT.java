package dev.tradesuite.brain.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteIntegrationTest;
import dev.tradesuite.test.TestTopic;
import java.time.Duration;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@SuiteIntegrationTest(freshSchema = true)
@TestPropertySource(
        properties = {
            "suite.brain.feeds.simulated.enabled=true",
            "suite.brain.feeds.simulated.history-days=3",
            "suite.brain.feeds.simulated.timeframe=M5"
        })
class FeedIT {

    @Autowired
    SuiteClient suite;

    @Test
    void aNewInstallationShowsLivingMarkets() {
        try (TestTopic prices = TestTopic.of(Topics.MARKET_PRICES);
                TestTopic signals = TestTopic.of(Topics.BRAIN_SIGNALS)) {
            SuiteClient client = suite.with("trade:read");
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                JsonNode feed = client.get("/api/v1/brain/feeds").json().path(0);
                assertThat(feed.path("name").asString()).isEqualTo("simulated");
                assertThat(feed.path("state").asString()).isEqualTo("RUNNING");
                assertThat(feed.path("label").asString()).isEqualTo("SIMULATED");
                assertThat(feed.path("symbols"))
                        .extracting(symbol -> symbol.path("symbol").asString(), symbol -> symbol.path("bars_missing")
                                .asInt())
                        .containsExactly(upToDate("EURUSD.SIM"), upToDate("XAUUSD.SIM"), upToDate("USDCOP.SIM"));
            });

            assertThat(client.get("/api/v1/candles/XAUUSD.SIM?limit=5000")
                            .json()
                            .path("candles")
                            .size())
                    .isBetween(863, 866);
            JsonNode price =
                    prices.await(message -> "EURUSD.SIM".equals(message.key())).json();
            assertThat(price.path("type").asString()).isEqualTo("market.price");
            assertThat(price.path("data").path("label").asString()).isEqualTo("SIMULATED");
            JsonNode said =
                    signals.await(message -> "USDCOP.SIM".equals(message.key())).json();
            assertThat(said.path("data").path("label").asString()).isEqualTo("SIMULATED");
            assertThat(said.path("data").path("conversion_rate").asDouble()).isBetween(0.0001, 0.001);
        }
    }

    private static Tuple upToDate(String symbol) {
        return Tuple.tuple(symbol, 0);
    }
}
