package dev.tradesuite.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.instruments.Direction;
import dev.tradesuite.test.SuiteClient.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Candles, indicators and symbols as people write them, all the way to the neighbours and back. */
class SpellingsIT extends OrchestratorTest {

    private final String account = newAccount();

    @Test
    void candlesByTheirShortNamesReachTheBrainByTheirLongOnes() {
        Answer answer = reader().post(
                        ANALYZE,
                        eurusd(
                                ",\"account_balance\":10000,\"timeframe\":\"M5\",\"candles\":["
                                    + "{\"t\":1767607200000,\"o\":1.0831,\"h\":1.0837,\"l\":1.0829,\"c\":1.0835,\"v\":1250},"
                                    + "{\"t\":\"2026-01-05T10:05:00Z\",\"o\":1.0835,\"h\":1.0839,\"l\":1.0834,\"c\":1.0838}]"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode asked = asked();
        assertThat(asked.at("/candles/0/open_time").asString()).isEqualTo("2026-01-05T10:00:00Z");
        assertThat(asked.at("/candles/0/open").decimalValue()).isEqualByComparingTo("1.0831");
        assertThat(asked.at("/candles/0/high").decimalValue()).isEqualByComparingTo("1.0837");
        assertThat(asked.at("/candles/0/low").decimalValue()).isEqualByComparingTo("1.0829");
        assertThat(asked.at("/candles/0/close").decimalValue()).isEqualByComparingTo("1.0835");
        assertThat(asked.at("/candles/0/volume").decimalValue()).isEqualByComparingTo("1250");
        assertThat(asked.at("/candles/1/open_time").asString()).isEqualTo("2026-01-05T10:05:00Z");
        assertThat(asked.at("/candles/1").has("volume")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"timestamp", "time", "t", "open_time"})
    void timeOfACandleHasManyNames(String name) {
        reader().post(
                        ANALYZE,
                        eurusd(
                                (",\"account_balance\":10000,\"candles\":[{\"%s\":1767607200,\"open\":1,\"high\":1,\"low\":1,"
                                    + "\"close\":1}]")
                                        .formatted(name)));

        assertThat(asked().at("/candles/0/open_time").asString()).isEqualTo("2026-01-05T10:00:00Z");
    }

    @Test
    void indicatorsAsAListVoteAsTheCallers() {
        Answer answer = reader().post(
                        ANALYZE,
                        eurusd(
                                ",\"account_balance\":10000,\"indicators\":[{\"source\":\"rsi\",\"signal\":\"BUY\",\"value\":28},"
                                    + "{\"source\":\"my_own\",\"signal\":\"HOLD\"}]"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode votes = asked().at("/indicators/votes");
        assertThat(votes.valueStream()
                        .map(vote -> vote.path("source").asString() + " "
                                + vote.path("signal").asString() + " "
                                + vote.path("value").asString("")))
                .containsExactly("rsi BUY 28.0", "my_own HOLD ");
        assertThat(asked().path("indicators").propertyNames()).containsExactly("votes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{'source':'rsi','signal':'MAYBE'}]                       | indicators[0].signal UNKNOWN_VALUE",
                "[{'source':'rsi'},{'signal':'BUY'}]                       | indicators[0].signal"
                        + " REQUIRED,indicators[1].source REQUIRED",
                "{'votes':[{'source':'rsi','signal':'MAYBE'}]}             | indicators.votes[0].signal UNKNOWN_VALUE",
                "[{'source':'rsi','signal':'BUY','confidence':1}]          | indicators[0].confidence UNKNOWN_FIELD",
            })
    void faultyVoteIsNamedOnceAsItIsWritten(String indicators, String told) {
        Answer answer = reader().post(
                        ANALYZE, eurusd(",\"account_balance\":10000,\"indicators\":" + indicators.replace('\'', '"')));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString() + " "
                                + error.path("code").asString()))
                .containsExactly(told.split(","));
        assertThat(NEIGHBOURS.brain.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "EUR/USD, EURUSD, 1.0835",
        "EUR_USD, EURUSD, 1.0835",
        "OANDA:EURUSD, EURUSD, 1.0835",
        "eurusd, EURUSD, 1.0835",
        "BTC-USDT, BTCUSDT, 60000"
    })
    void symbolIsReadAsPeopleWriteItWhereverItStands(String written, String symbol, String price) {
        NEIGHBOURS.account("10000", Neighbours.position(symbol, Direction.LONG, "0.4"));
        String body = "{\"symbol\":\"%s\",\"current_price\":%s,\"stop_loss_pips\":50,\"account_balance\":10000%s}";

        Answer analyzed = reader().post(ANALYZE, body.formatted(written, price, ""));
        Answer besides = reader().post(
                        ANALYZE,
                        body.formatted(
                                "EURUSD",
                                "1.0835",
                                ",\"existing_positions\":[{\"symbol\":\"%s\",\"side\":\"BUY\",\"lots\":0.1,\"entry_price\":1.08,\"stop_loss_price\":1.07}]"
                                        .formatted(written)));
        String query = URLEncoder.encode(written, StandardCharsets.UTF_8);
        Answer quick = reader().get("/api/v1/orchestrator/quick-analyze?stop_loss_pips=50&current_price=" + price
                + "&symbol=" + query);
        Answer orders = reader().get(ORDERS + "?account=" + account + "&symbol=" + query);

        for (Answer answer : List.of(analyzed, quick)) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.json().path("symbol").asString()).isEqualTo(symbol);
        }
        assertThat(NEIGHBOURS.decisions().getFirst().body().path("symbol").asString())
                .isEqualTo(symbol);
        assertThat(besides.status()).as(besides.text()).isEqualTo(200);
        JsonNode supposed = NEIGHBOURS.risk.calls().stream()
                .map(call -> call.body().path("existing_positions"))
                .filter(JsonNode::isArray)
                .findFirst()
                .orElseThrow();
        assertThat(supposed.at("/0/symbol").asString()).isEqualTo(symbol);
        assertThat(supposed.at("/0/stop_loss_price").decimalValue()).isEqualByComparingTo("1.07");
        assertThat(orders.status()).as(orders.text()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR/USD", "EUR_USD", "OANDA:EURUSD"})
    void orderIsTakenAndItsPositionClosedBySymbolsAsPeopleWriteThem(String written) {
        Answer placed = trader().post(
                        ORDERS,
                        "{\"symbol\":\"%s\",\"side\":\"BUY\",\"lots\":0.4,\"account_id\":\"%s\",\"current_price\":1.0835,\"stop_loss\":{\"pips\":50}}"
                                .formatted(written, account));

        assertThat(placed.json().at("/execution_result/status").asString())
                .as(placed.text())
                .isEqualTo("filled");
        assertThat(placed.json().path("symbol").asString()).isEqualTo("EURUSD");
        NEIGHBOURS.account("10000", Neighbours.position("EURUSD", Direction.LONG, "0.4"));
        if (!written.contains("/")) {
            Answer closed = trader().post(
                            "/api/v1/orchestrator/positions/%s/close".formatted(written),
                            "{\"current_price\":1.0835,\"account_id\":\"%s\"}".formatted(account));
            assertThat(closed.status()).as(closed.text()).isEqualTo(200);
        }
    }

    @Test
    void perpetualContractIsExplainedAndNotTakenForTheSpot() {
        Answer answer = reader().get(
                        "/api/v1/orchestrator/quick-analyze?symbol=BINANCE:BTCUSDT.P&current_price=60000&stop_loss_pips=50");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/message").asString()).contains("perpetual");
    }

    @ParameterizedTest
    @CsvSource({"USDT, 200", "EUR, 200", "ABCDE, 200", "ABCDEF, 400", "usd, 400", "US, 400"})
    void currencyOfAnAccountHasThreeToFiveLettersInAQueryToo(String currency, int status) {
        Answer answer = reader().get(
                        "/api/v1/orchestrator/quick-analyze?symbol=EURUSD&current_price=1.0835&stop_loss_pips=50"
                                + "&account_balance=10000&account_currency=" + currency);

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        if (status == 400) {
            assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("account_currency");
        }
    }

    @Test
    void descriptionSaysBothFormsOfIndicators() {
        JsonNode schemas = reader().get("/v3/api-docs").json().at("/components/schemas");

        JsonNode forms = schemas.at("/TradeRequest/properties/indicators/oneOf");
        assertThat(forms.at("/0/$ref").asString()).endsWith("/IndicatorReadings");
        assertThat(forms.at("/1/type").asString()).isEqualTo("array");
        assertThat(forms.at("/1/items/$ref").asString()).endsWith("/IndicatorVote");
        assertThat(schemas.has("IndicatorVote")).isTrue();
    }

    private JsonNode asked() {
        return NEIGHBOURS.decisions().getLast().body();
    }
}
