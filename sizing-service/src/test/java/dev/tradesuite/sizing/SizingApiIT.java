package dev.tradesuite.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.CommittedOpenApi;
import dev.tradesuite.test.EveryEndpoint;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@SuiteIntegrationTest
class SizingApiIT {

    private static final String CALCULATE = "/api/v1/sizing/calculate";

    private final SuiteClient anybody;
    private final SuiteClient trader;

    SizingApiIT(@Autowired SuiteClient client) {
        anybody = client;
        trader = client.with("trade:read");
    }

    @Test
    void answersTheSizeWithItsArithmetic() {
        Answer answer = trader.post(
                CALCULATE,
                """
                {"symbol": "EURGBP", "account_balance": 10000, "entry_price": 0.8531, "stop_loss_pips": 50,
                 "risk_percent": 2.0, "leverage": 1, "conversion_rates": {"GBPUSD": 1.27}}
                """);

        assertThat(answer.status()).isEqualTo(200);
        JsonNode size = answer.json();
        assertThat(size.at("/symbol").asString()).isEqualTo("EURGBP");
        assertThat(size.at("/outcome").asString()).isEqualTo("sized");
        assertThat(size.at("/risk_strategy").asString()).isEqualTo("fixed_risk");
        assertThat(size.at("/account_currency").asString()).isEqualTo("USD");
        assertThat(number(size, "/lot_size")).isEqualByComparingTo("0.31");
        assertThat(number(size, "/amount_at_risk")).isEqualByComparingTo("200");
        assertThat(number(size, "/risk_percent")).isEqualByComparingTo("2");
        assertThat(number(size, "/stop_distance_pips")).isEqualByComparingTo("50");
        assertThat(number(size, "/pip_value_per_lot")).isEqualByComparingTo("12.7");
        assertThat(size.at("/conversion/from").asString()).isEqualTo("GBP");
        assertThat(size.at("/conversion/to").asString()).isEqualTo("USD");
        assertThat(number(size, "/conversion/rate")).isEqualByComparingTo("1.27");
        assertThat(size.at("/conversion/path").asString()).isEqualTo("GBPUSD");
        assertThat(number(size, "/raw_lots")).isEqualByComparingTo("0.31496062");
        assertThat(number(size, "/realised_risk")).isEqualByComparingTo("196.85");
        assertThat(number(size, "/realised_risk_percent")).isEqualByComparingTo("1.9685");
        assertThat(number(size, "/notional")).isEqualByComparingTo("33586.547");
        assertThat(number(size, "/margin_required")).isEqualByComparingTo("671.73094");
        assertThat(number(size, "/margin_rate")).isEqualByComparingTo("0.02");
        assertThat(size.at("/caps_applied").isEmpty()).isTrue();
        assertThat(size.at("/warnings").isEmpty()).isTrue();
        assertThat(size.has("refusal")).isFalse();
        assertThat(size.has("kelly_fraction")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "EURUSD, 1.0835, 0.40",
        "USDJPY, 150,    0.60",
        "USDCHF, 0.88,   0.35",
        "USDCAD, 1.36,   0.54",
        "EURGBP, 0.8531, 0.31",
        "EURJPY, 162.5,  0.60",
        "GBPCHF, 1.1176, 0.35",
    })
    void sizesTheReferenceTrades(String symbol, String price, BigDecimal lots) {
        JsonNode size = trader.post(
                        CALCULATE,
                        """
                        {"symbol": "%s", "account_balance": 10000, "entry_price": %s, "stop_loss_pips": 50,
                         "risk_percent": 2, "conversion_rates": {"EURUSD": 1.0835, "GBPUSD": 1.27, "USDJPY": 150,
                         "USDCHF": 0.88, "USDCAD": 1.36}}
                        """
                                .formatted(symbol, price))
                .json();

        assertThat(number(size, "/lot_size")).isEqualByComparingTo(lots);
    }

    @Test
    void sizesByKellyWithItsCapAndByVolatility() {
        JsonNode kelly = trader.post(
                        CALCULATE,
                        """
                {"symbol": "EURUSD", "risk_strategy": "kelly", "account_balance": 10000, "entry_price": 1.0835,
                 "stop_loss_pips": 50, "risk_percent": 2,
                 "kelly": {"win_rate": 0.6, "payoff_ratio": 1, "closed_trades": 100}}
                """)
                .json();
        assertThat(number(kelly, "/lot_size")).isEqualByComparingTo("0.4");
        assertThat(kelly.at("/kelly_fraction").asDouble()).isEqualTo(0.2);
        assertThat(codes(kelly, "/caps_applied")).containsExactly("CAPPED_BY_RISK_CEILING");

        JsonNode volatility = trader.post(
                        CALCULATE,
                        """
                {"symbol": "EURUSD", "risk_strategy": "volatility", "account_balance": 10000, "entry_price": 1.0835,
                 "risk_percent": 2, "volatility": {"atr": 0.002, "multiplier": 2}}
                """)
                .json();
        assertThat(number(volatility, "/stop_distance_pips")).isEqualByComparingTo("40");
        assertThat(number(volatility, "/lot_size")).isEqualByComparingTo("0.5");
    }

    @Test
    void refusesWithAnAnswerAndNotWithAnError() {
        Answer answer = trader.post(
                CALCULATE,
                """
                {"symbol": "EURUSD", "account_balance": 100, "entry_price": 1.0835, "stop_loss_pips": 50,
                 "risk_percent": 2}
                """);

        assertThat(answer.status()).isEqualTo(200);
        JsonNode size = answer.json();
        assertThat(size.at("/outcome").asString()).isEqualTo("refused");
        assertThat(size.at("/refusal/code").asString()).isEqualTo("BELOW_MINIMUM_LOT");
        assertThat(number(size, "/minimum_lot_risk")).isEqualByComparingTo("5");
        assertThat(number(size, "/lot_size")).isZero();
        assertThat(size.has("realised_risk")).isFalse();
        assertThat(size.has("margin_required")).isFalse();
    }

    @Test
    void saysWhatAStrategyLacks() {
        assertThat(refusal("{%s}")).isEqualTo("STOP_MISSING");
        assertThat(refusal("{%s, \"risk_strategy\": \"fixed_lot\", \"stop_loss_pips\": 50}"))
                .isEqualTo("LOTS_MISSING");
        assertThat(refusal("{%s, \"risk_strategy\": \"kelly\", \"stop_loss_pips\": 50}"))
                .isEqualTo("KELLY_FIGURES_MISSING");
        assertThat(refusal("{%s, \"risk_strategy\": \"volatility\"}")).isEqualTo("ATR_MISSING");
        assertThat(refusal("{%s, \"risk_strategy\": \"volatility\", \"volatility\": {\"atr\": 0}}"))
                .isEqualTo("FLAT_MARKET");
        assertThat(refusal("{%s, \"account_currency\": \"SEK\", \"stop_loss_pips\": 50}"))
                .isEqualTo("NO_CONVERSION_RATE");
    }

    @Test
    void writesTinyAndHugeNumbersPlainly() {
        Answer tiny = trader.post(
                CALCULATE,
                """
                {"symbol": "DOGEUSD", "account_balance": 50, "entry_price": 1e-7, "stop_loss_pips": 0.001,
                 "risk_percent": 0.1}
                """);
        Answer huge = trader.post(
                CALCULATE,
                """
                {"symbol": "USDJPY", "account_balance": 1e15, "account_currency": "EUR", "entry_price": 150,
                 "stop_loss_pips": 50, "risk_percent": 2, "conversion_rates": {"EURUSD": 1e-7}}
                """);

        assertThat(tiny.status()).isEqualTo(200);
        assertThat(tiny.text()).doesNotContainPattern("[0-9][eE][+-]?[0-9]");
        assertThat(huge.status()).isEqualTo(200);
        assertThat(huge.text()).doesNotContainPattern("[0-9][eE][+-]?[0-9]");
        assertThat(codes(huge.json(), "/caps_applied")).contains("CAPPED_AT_MAXIMUM_LOT");
    }

    @Test
    void namesEveryFaultyFieldAtOnce() {
        Answer answer = trader.post(
                CALCULATE,
                """
                {"symbol": "EURXXX", "side": "UP", "account_balance": -1, "account_currency": "dollars",
                 "entry_price": "cheap", "stop_loss_pips": -50, "risk_percent": 11, "lots": 0, "leverage": 501,
                 "kelly": {"win_rate": 1.5, "payoff_ratio": 0}, "volatility": {"atr": NaN},
                 "conversion_rates": {"GBPUSD": 0, "AAPL": 190}}
                """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/code").asString()).isEqualTo("VALIDATION_FAILED");
        assertThat(fields(answer))
                .containsExactlyInAnyOrder(
                        "symbol",
                        "side",
                        "account_balance",
                        "account_currency",
                        "entry_price",
                        "stop_loss_pips",
                        "risk_percent",
                        "lots",
                        "leverage",
                        "kelly.win_rate",
                        "kelly.payoff_ratio",
                        "kelly.closed_trades",
                        "volatility.atr",
                        "conversion_rates[GBPUSD]",
                        "conversion_rates[AAPL]");
    }

    @Test
    void namesWhatIsMissing() {
        Answer answer = trader.post(CALCULATE, "{}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(fields(answer)).containsExactlyInAnyOrder("symbol", "account_balance", "entry_price");
    }

    @Test
    void saysThatASymbolIsNotKnown() {
        Answer answer = trader.post(
                CALCULATE,
                """
                {"symbol": "EURXXX", "account_balance": 10000, "entry_price": 1.0835, "stop_loss_pips": 50}
                """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/code").asString()).isEqualTo("UNKNOWN_SYMBOL");
        assertThat(fields(answer)).containsExactly("symbol");
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("UNKNOWN_SYMBOL");
        assertThat(answer.json().at("/errors/0/rejected").asString()).isEqualTo("EURXXX");
    }

    @Test
    void readsSymbolsAsPeopleWriteThemAndSaysWhatADerivativeIs() {
        String body =
                """
                {"symbol": "%s", "account_balance": 10000, "entry_price": 1.0835, "stop_loss_pips": 50,
                 "conversion_rates": {"EUR/USD": 1.0835}}
                """;

        assertThat(trader.post(CALCULATE, body.formatted("OANDA:EUR_USD"))
                        .json()
                        .at("/symbol")
                        .asString())
                .isEqualTo("EURUSD");
        Answer perpetual = trader.post(CALCULATE, body.formatted("BINANCE:BTCUSDT.P"));
        assertThat(perpetual.json().at("/code").asString()).isEqualTo("UNKNOWN_SYMBOL");
        assertThat(perpetual.json().at("/errors/0/message").asString()).startsWith("this is a perpetual contract");
        assertThat(trader.get("/api/v1/instruments/EUR-USD")
                        .json()
                        .at("/symbol")
                        .asString())
                .isEqualTo("EURUSD");
    }

    @Test
    void refusesOnePairUnderTwoSpellings() {
        Answer answer = trader.post(
                CALCULATE,
                """
                {"symbol": "EURUSD", "account_balance": 10000, "entry_price": 1.0835, "stop_loss_pips": 50,
                 "conversion_rates": {"EUR/USD": 1.08, "EURUSD": 1.09}}
                """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(fields(answer)).containsExactly("conversion_rates");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"symbol\": \"EURUSD\",", "not json", "{\"symbol\": \"EURUSD\"}}"})
    void refusesWhatIsNotJson(String body) {
        Answer answer = trader.post(CALCULATE, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/code").asString()).isEqualTo("MALFORMED_JSON");
    }

    @Test
    void refusesNumbersThatNoMarketHas() {
        Answer answer = trader.post(
                CALCULATE,
                """
                {"symbol": "EURUSD", "account_balance": 1e999999, "entry_price": 1e-999999, "stop_loss_pips": 50}
                """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(fields(answer)).containsExactlyInAnyOrder("account_balance", "entry_price");
    }

    @Test
    void asksForATokenWithTheScope() {
        assertThat(anybody.post(CALCULATE, "{}").status()).isEqualTo(401);
        assertThat(anybody.with("portfolio:write")
                        .post(CALCULATE, "{\"symbol\": \"EURUSD\", \"account_balance\": 1, \"entry_price\": 1}")
                        .status())
                .isEqualTo(403);
        assertThat(anybody.get("/api/v1/instruments").status()).isEqualTo(401);
        assertThat(anybody.with("approve").get("/api/v1/instruments/EURUSD").status())
                .isEqualTo(403);
    }

    @Test
    void listsTheInstruments() {
        JsonNode instruments = trader.get("/api/v1/instruments").json();

        List<String> symbols = new ArrayList<>();
        instruments.forEach(instrument -> symbols.add(instrument.at("/symbol").asString()));
        assertThat(symbols)
                .contains("EURUSD", "GBPCHF", "XAUUSD", "USDCOP", "AAPL", "BTCUSDT")
                .doesNotHaveDuplicates();
    }

    @Test
    void describesOneInstrumentInAnyCase() {
        JsonNode usdjpy = trader.get("/api/v1/instruments/usdjpy").json();

        assertThat(usdjpy.at("/symbol").asString()).isEqualTo("USDJPY");
        assertThat(usdjpy.at("/asset_class").asString()).isEqualTo("fx");
        assertThat(usdjpy.at("/quote_currency").asString()).isEqualTo("JPY");
        assertThat(number(usdjpy, "/contract_size")).isEqualByComparingTo("100000");
        assertThat(number(usdjpy, "/pip_size")).isEqualByComparingTo("0.01");
        assertThat(trader.get("/api/v1/instruments/BRK.B").status()).isEqualTo(200);
    }

    @Test
    void hasNoInstrumentOutsideOfTheCatalogue() {
        Answer answer = trader.get("/api/v1/instruments/EURXXX");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().at("/code").asString()).isEqualTo("NOT_FOUND");
    }

    @Test
    void showsItsHealthToAnybody() {
        assertThat(anybody.get("/actuator/health/readiness").status()).isEqualTo(200);
    }

    @Test
    void everyEndpointRefusesNamesItDoesNotKnow() {
        EveryEndpoint.refusesUnknownNames(anybody);
    }

    @Test
    void isDescribedAsTheCommittedCopySays() throws IOException {
        CommittedOpenApi.check(anybody, "sizing-service");
    }

    private String refusal(String body) {
        Answer answer = trader.post(
                CALCULATE,
                body.formatted("\"symbol\": \"EURUSD\", \"account_balance\": 10000, \"entry_price\": 1.0835"));
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().at("/refusal/code").asString();
    }

    private static BigDecimal number(JsonNode json, String pointer) {
        return json.at(pointer).decimalValue();
    }

    private static List<String> codes(JsonNode json, String pointer) {
        List<String> codes = new ArrayList<>();
        json.at(pointer).forEach(reason -> codes.add(reason.at("/code").asString()));
        return codes;
    }

    private static List<String> fields(Answer answer) {
        List<String> fields = new ArrayList<>();
        answer.json()
                .at("/errors")
                .forEach(error -> fields.add(error.at("/field").asString()));
        return fields;
    }
}
