package dev.tradesuite.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.brain.PriceTick;
import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.signals.book.BarBookingService;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteIntegrationTest;
import dev.tradesuite.test.TestTopic;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SuiteIntegrationTest
class NewestPriceIT {

    private static final String SYMBOL = "GBPUSD.SIM";
    private static final String POSITIONS = "/api/models/positions/current?strategy=RL_PPO&symbol=" + SYMBOL;

    @Autowired
    SuiteClient anybody;

    @Autowired
    BarBookingService books;

    @Autowired
    JsonMapper json;

    @Test
    void aPriceBetweenBarsValuesPositionsAndIsTheMarketPrice() {
        Instant first = Instant.now().minus(Duration.ofHours(2)).truncatedTo(ChronoUnit.HOURS);
        new BookedModels(books).book(SYMBOL, first, 3, (_, _) -> PositionSignal.LONG);
        SuiteClient client = anybody.with("trade:read");
        JsonNode atClose = client.get(POSITIONS).json().at("/positions/0");
        assertThat(atClose.path("current_price").decimalValue()).isEqualByComparingTo(BookedModels.close(2));

        try (TestTopic topic = TestTopic.of(Topics.MARKET_PRICES)) {
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                // Told from now on only: one that was sent before the service listened is not heard.
                topic.send(SYMBOL, tick("1.25"));
                assertThat(client.get(POSITIONS)
                                .json()
                                .at("/positions/0/current_price")
                                .decimalValue())
                        .isEqualByComparingTo("1.25");
            });
        }
        JsonNode held = client.get(POSITIONS).json().at("/positions/0");
        assertThat(held.path("unrealized_pnl").decimalValue())
                .isEqualByComparingTo(new BigDecimal("1.25")
                        .subtract(held.path("entry_price").decimalValue())
                        .multiply(held.path("quantity").decimalValue())
                        .setScale(8, RoundingMode.HALF_EVEN));
        assertThat(client.get("/api/models/signals/latest?symbol=" + SYMBOL)
                        .json()
                        .path("market_price")
                        .decimalValue())
                .isEqualByComparingTo("1.25");
    }

    private String tick(String price) {
        Instant now = Instant.now();
        return json.writeValueAsString(new EventEnvelope<>(
                UUID.randomUUID(),
                "market.price",
                now,
                "brain-service",
                null,
                new PriceTick(SYMBOL, new BigDecimal(price), now, "simulator", RunLabel.SIMULATED)));
    }
}
