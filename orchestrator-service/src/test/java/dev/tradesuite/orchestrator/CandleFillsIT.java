package dev.tradesuite.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.test.TestTopic;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Orders that wait are filled from candles on Kafka. */
class CandleFillsIT extends OrchestratorTest {

    private final String account = newAccount();
    private TestTopic candles;
    private TestTopic events;

    @BeforeEach
    void listen() {
        candles = TestTopic.of(Topics.MARKET_BARS);
        events = TestTopic.of(Topics.ORDERS_EVENTS);
    }

    @AfterEach
    void stopListening() {
        candles.close();
        events.close();
    }

    @Test
    void stopClosesThePositionAndItsTargetIsCancelled() {
        trader().post(
                        EXECUTE,
                        eurusd(
                                account,
                                ",\"auto_execute\":true,\"take_profit_price\":1.0935,\"strategy\":\"breakout\""));

        candle("1.0800", "1.0810", "1.0780", "1.0790");

        JsonNode stop = awaitOrder("stop", "filled");
        assertThat(stop.path("average_fill_price").decimalValue()).isEqualByComparingTo("1.0785");
        JsonNode target = awaitOrder("limit", "cancelled");
        assertThat(target.at("/reason/code").asString()).isEqualTo("STOP_TRIGGERED");

        List<JsonNode> fills = events.await(3, this::isOfAnOrder).stream()
                .map(TestTopic.Message::json)
                .toList();
        assertThat(fills)
                .extracting(event -> event.path("type").asString())
                .containsExactly("order.filled", "order.filled", "order.closed");
        JsonNode fill = fills.get(1).path("data");
        assertThat(fill.path("side").asString()).isEqualTo("SELL");
        assertThat(fill.path("reduce_only").booleanValue()).isTrue();
        assertThat(fill.path("exit_reason").asString()).isEqualTo("STOP");
        assertThat(fill.path("strategy").asString()).isEqualTo("breakout");
        assertThat(fill.path("order_id")).isEqualTo(stop.path("order_id"));
    }

    @Test
    void priceThatGappedThroughTheStopFillsAtTheOpen() {
        trader().post(EXECUTE, eurusd(account, ",\"auto_execute\":true"));

        candle("1.0750", "1.0760", "1.0740", "1.0755");

        assertThat(awaitOrder("stop", "filled").path("average_fill_price").decimalValue())
                .isEqualByComparingTo("1.075");
    }

    @Test
    void limitOrderIsFilledAndProtectedByTheNextCandles() {
        trader().post(
                        EXECUTE,
                        eurusd(
                                account,
                                ",\"auto_execute\":true,\"side\":\"BUY\",\"order_type\":\"limit\",\"limit_price\":1.08"));

        candle("1.0830", "1.0840", "1.0795", "1.0810");
        JsonNode entry = awaitOrder("limit", "filled");
        assertThat(entry.path("average_fill_price").decimalValue()).isEqualByComparingTo("1.08");
        assertThat(awaitOrder("stop", "submitted").path("stop_price").decimalValue())
                .as("50 pips below the limit")
                .isEqualByComparingTo("1.075");

        candle("1.0760", "1.0765", "1.0745", "1.0750");
        awaitOrder("stop", "filled");
    }

    @Test
    void candleOfAnotherSymbolAndACandleThatComesAgainChangeNothing() {
        trader().post(EXECUTE, eurusd(account, ",\"auto_execute\":true,\"order_type\":\"limit\",\"limit_price\":1.08"));
        String again = envelope("EURUSD", Instant.now().plusSeconds(600), "1.0830", "1.0840", "1.0795", "1.0810");

        candles.send("GBPUSD", envelope("GBPUSD", Instant.now().plusSeconds(600), "1.0", "1.1", "0.9", "1.0"));
        candles.send("EURUSD", again);
        candles.send("EURUSD", again);
        awaitOrder("limit", "filled");
        candles.send("EURUSD", again);
        trader().post(EXECUTE, eurusd(newAccount(), ",\"auto_execute\":true"));

        events.await(message -> !account.equals(message.key()));
        assertThat(events.seen()).filteredOn(this::isOfAnOrder).hasSize(1);
    }

    @Test
    void candleThatCannotBeReadGoesToTheDeadLettersAndTheNextIsHandled() {
        trader().post(EXECUTE, eurusd(account, ",\"auto_execute\":true"));
        try (TestTopic dead = TestTopic.of(Topics.MARKET_BARS + Topics.DEAD_LETTER_SUFFIX)) {
            candles.send(
                    "EURUSD",
                    "{\"event_id\":\"%s\",\"type\":\"candle.closed\",\"occurred_at\":\"2026-01-05T10:00:00Z\",\"source\":\"test\",\"data\":{\"symbol\":7}}"
                            .formatted(UUID.randomUUID()));
            candle("1.0800", "1.0810", "1.0780", "1.0790");

            awaitOrder("stop", "filled");
            dead.await(message -> String.valueOf(message.value()).contains("\"symbol\":7"));
        }
    }

    private boolean isOfAnOrder(TestTopic.Message message) {
        return account.equals(message.key())
                && message.json().path("type").asString().startsWith("order.");
    }

    private JsonNode awaitOrder(String type, String status) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> reader().get(ORDERS + "?account=%s&status=%s".formatted(account, status))
                                .json()
                                .path("orders")
                                .valueStream()
                                .filter(order -> order.path("type").asString().equals(type))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    /** A candle of the next five minutes; each call is later than the last. */
    private void candle(String open, String high, String low, String close) {
        opens = opens.plusSeconds(300);
        candles.send("EURUSD", envelope("EURUSD", opens, open, high, low, close));
    }

    private Instant opens = Instant.now().truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);

    private static String envelope(String symbol, Instant opens, String open, String high, String low, String close) {
        return """
                {"event_id":"%s","type":"candle.closed","occurred_at":"%s","source":"brain-service",
                 "data":{"symbol":"%s","timeframe":"M5","source":"test","label":"PAPER",
                         "candle":{"open_time":"%s","open":%s,"high":%s,"low":%s,"close":%s,"volume":1}}}
                """
                .formatted(UUID.randomUUID(), Instant.now(), symbol, opens, open, high, low, close);
    }
}
