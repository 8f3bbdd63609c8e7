package dev.tradesuite.launcher.cases;

import static dev.tradesuite.launcher.cases.CasesSuite.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.launcher.SuiteProcess.Answer;
import dev.tradesuite.launcher.cases.MarketFeed.Wish;
import java.time.Instant;
import java.time.LocalDate;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;

/** What a trader's audit found around the arithmetic: prices, stops, margin, limits, stale data. */
@ExtendWith(CasesSuite.Shared.class)
@ResourceLock("the suite of the cases")
class TradeFlowCasesIT {

    private static final String SYMBOL = "NZDUSD";

    @Test
    void priceTypedByOneClientMarksNobodyElse(CasesSuite suite) {
        String one = suite.account("r1a");
        String other = suite.account("r1b");
        suite.execute(one, SYMBOL, "0.6", "0.4", "");
        suite.position(one);

        suite.execute(other, SYMBOL, "0.5", "0.01", "");
        suite.execute(suite.account("r1c"), SYMBOL, "0.7", "0.01", "");

        await().pollDelay(java.time.Duration.ofSeconds(3)).atMost(PATIENCE).untilAsserted(() -> {
            JsonNode books = suite.accountState(one);
            assertThat(books.path("equity").asDouble()).as(books.toString()).isGreaterThan(9_980);
            assertThat(books.at("/positions/0/mark_price").asDouble()).isEqualTo(0.6);
        });
        assertThat(suite.get("/api/v1/risk/accounts/" + one)
                        .json()
                        .path("high_water_mark")
                        .asDouble())
                .isLessThanOrEqualTo(10_000);
        Answer close = suite.close(one, SYMBOL, "0.6");
        assertThat(close.status()).as(close.json().toString()).isEqualTo(200);
        suite.awaitFlat(one);
        assertThat(suite.execute(one, SYMBOL, "0.6", "0.01", "")
                        .path("decision")
                        .asString())
                .isEqualTo("PROCEED");
    }

    /** A buy limit above the market fills at the market, and its stop lies 50 pips below that. */
    @Test
    void marketableLimitIsStoppedFromItsExpectedFill(CasesSuite suite) {
        String account = suite.account("r3");
        suite.liftLimits(account);

        JsonNode decision =
                suite.execute(account, SYMBOL, "0.6", "0.05", "\"order_type\": \"limit\", \"limit_price\": 0.61,");

        assertThat(decision.at("/execution_result/fill_price").asDouble())
                .as(decision.toString())
                .isEqualTo(0.6);
        assertThat(decision.path("stop_loss_price").asDouble()).isEqualTo(0.595);
        assertThat(suite.position(account).path("stop_loss_price").asDouble()).isEqualTo(0.595);
    }

    /** 0.1 lots at 0.6 are 6,000 USD: 600 at a leverage of 10, and 2 %, 120, at the rate of the instrument. */
    @Test
    void marginIsTheSumOfWhatTheFillsRequired(CasesSuite suite) {
        String account = suite.account("r4");
        suite.liftLimits(account);
        suite.execute(account, SYMBOL, "0.6", "0.1", "\"leverage\": 10,");
        assertThat(suite.position(account).path("margin_used").asDouble()).isEqualTo(600);

        suite.execute(account, SYMBOL, "0.6", "0.1", "");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        suite.accountState(account).path("margin_used").asDouble())
                .as(suite.accountState(account).toString())
                .isEqualTo(720));
    }

    @Test
    void positionCanBeEnlarged(CasesSuite suite) {
        String account = suite.account("r5");
        suite.execute(account, SYMBOL, "0.6", "0.05", "");
        suite.position(account);

        JsonNode second = suite.execute(account, SYMBOL, "0.601", "0.05", "");

        assertThat(second.path("decision").asString()).as(second.toString()).isEqualTo("PROCEED");
    }

    @Test
    void returnsOfLongAgoDenyNothing(CasesSuite suite) {
        String account = suite.account("r5-old");
        daily(suite, "AUDCAD", 0.9);
        daily(suite, "AUDCHF", 0.65);

        JsonNode assessment = suite.post(
                        "/api/v1/risk/check",
                        """
                        {"account_id": "%s", "symbol": "AUDCAD", "side": "BUY", "lots": 0.1, "entry_price": 0.9,
                         "stop_loss_price": 0.895, "what_if": {"equity": 10000},
                         "existing_positions": [
                             {"symbol": "AUDCHF", "side": "BUY", "lots": 0.1, "entry_price": 0.65}],
                         "conversion_rates": {"USDCAD": 1.4, "USDCHF": 0.9, "AUDUSD": 0.65}}
                        """
                                .formatted(account))
                .json();

        assertThat(assessment.path("checks"))
                .as(assessment.toString())
                .filteredOn(check -> check.path("check").asString().equals("correlation"))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.path("level").asString()).isEqualTo("warning");
                    assertThat(check.path("passed").asBoolean()).isTrue();
                    assertThat(check.path("message").asString()).contains("2021-01-01");
                });
    }

    @Test
    void barsThatOverlapAreRefusedInWhateverOrderTheyCome(CasesSuite suite) {
        assertThat(storedOne(suite, "USDDKK", "H4", "2026-09-01T08:00:00Z")).isOne();
        assertThat(storedOne(suite, "USDDKK", "H4", "2026-09-01T10:00:00Z")).isZero();
        assertThat(storedOne(suite, "USDDKK", "D1", "2026-09-01T00:00:00Z")).isOne();
        assertThat(storedOne(suite, "USDDKK", "D1", "2026-09-01T21:00:00Z")).isZero();
    }

    @Test
    void haltOfWhatDoesNotExistIsNotFound(CasesSuite suite) {
        Answer answer = suite.put(
                "/api/v1/risk/trading-state",
                "{\"scope\": \"ACCOUNT\", \"id\": \"mian\", \"state\": \"HALTED\", \"reason\": \"stop everything\"}");

        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(404);
    }

    /** 2 % of 10,000 USD want 0.40 lots; at a leverage of 2 the 80 % of margin are enough for 0.14. */
    @Test
    void leverageIsSizedWithinTheMarginOfTheAccount(CasesSuite suite) {
        JsonNode decision = suite.post(
                        "/api/v1/orchestrator/analyze",
                        """
                        {"symbol": "EURUSD", "current_price": 1.0835, "stop_loss_pips": 50, "risk_percent": 2,
                         "leverage": 2, "account_balance": 10000, %s}
                        """
                                .formatted(CasesSuite.BUY))
                .json();

        assertThat(decision.path("decision").asString()).as(decision.toString()).isEqualTo("PROCEED");
        assertThat(decision.path("lot_size").asDouble()).isEqualTo(0.14);
    }

    @Test
    void hoursAreServedFromFiveMinutes(CasesSuite suite) {
        suite.feed().follow("EURUSD", 1.0873, Wish.BUY);

        JsonNode page = suite.get("/api/v1/candles/EURUSD?timeframe=H1&limit=2&from="
                        + Instant.now().minusSeconds(4 * 3600))
                .json();

        assertThat(page.path("candles")).as(page.toString()).hasSize(2);
    }

    /** 1,775,001,600 seconds are 2026-04-01T00:00:00Z, in a body as in a query. */
    @Test
    void secondsAreSecondsEverywhere(CasesSuite suite) {
        for (String number : new String[] {"1775001600", "1775001600000", "1775001600000000"}) {
            JsonNode signal = suite.post(
                            "/api/v1/brain/decide",
                            "{\"symbol\": \"EURUSD\", \"as_of\": %s, %s}".formatted(number, CasesSuite.BUY))
                    .json();
            assertThat(signal.path("as_of").asString()).as(signal.toString()).isEqualTo("2026-04-01T00:00:00Z");
            assertThat(suite.get("/api/v1/candles/EURUSD?limit=1&from=" + number)
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void candlesOfLongAgoDecideNothing(CasesSuite suite) {
        StringJoiner candles = new StringJoiner(", ", "[", "]");
        for (int i = 0; i < 100; i++) {
            candles.add(
                    "{\"timestamp\": \"%s\", \"open\": 1.08, \"high\": 1.0805, \"low\": 1.0795, \"close\": 1.08%02d}"
                            .formatted(Instant.parse("2026-03-31T00:00:00Z").plusSeconds(300L * i), i % 5));
        }
        String account = suite.account("r9");

        JsonNode decision = suite.post(
                        "/api/v1/orchestrator/execute",
                        """
                        {"account_id": "%s", "symbol": "EURGBP", "current_price": 1.08, "stop_loss_pips": 50,
                         "risk_percent": 1, "auto_execute": true, "order_type": "limit", "limit_price": 1.0,
                         "candles": %s}
                        """
                                .formatted(account, candles))
                .json();

        assertThat(decision.path("decision").asString()).as(decision.toString()).isEqualTo("HOLD");
        assertThat(decision.path("lot_size").decimalValue()).isZero();
        assertThat(decision.toString()).contains("DATA_STALE");
    }

    @Test
    void accountTradesAgainOnceAFalseCandleIsPutRight(CasesSuite suite) {
        String account = suite.account("tick");
        suite.liftLimits(account);
        String symbol = "NZDCHF";
        Instant end = Instant.ofEpochSecond(Instant.now().getEpochSecond() / 60 * 60);
        for (int i = 30; i > 1; i--) {
            minute(suite, symbol, end.minusSeconds(60L * i), "0.59");
        }
        suite.execute(account, symbol, "0.59", "0.2", "\"conversion_rates\": {\"USDCHF\": 0.9},");
        suite.position(account);

        minute(suite, symbol, end.minusSeconds(60), "5.9");

        await().pollDelay(java.time.Duration.ofSeconds(3)).atMost(PATIENCE).untilAsserted(() -> assertThat(
                        suite.accountState(account).path("equity").asDouble())
                .isBetween(9_900.0, 10_100.0));
        assertThat(suite.get("/api/v1/risk/accounts/" + account)
                        .json()
                        .path("high_water_mark")
                        .asDouble())
                .isLessThan(10_100);
    }

    private static void minute(CasesSuite suite, String symbol, Instant open, String price) {
        Answer stored = suite.post(
                "/api/v1/candles/" + symbol,
                """
                {"timeframe": "M1", "candles": [{"open_time": "%s", "open": %s, "high": %s, "low": %s, "close": %s}]}
                """
                        .formatted(open, price, price, price, price));
        assertThat(stored.json().path("stored").asInt())
                .as(stored.json().toString())
                .isOne();
    }

    private static int storedOne(CasesSuite suite, String symbol, String timeframe, String open) {
        return suite.post(
                        "/api/v1/candles/" + symbol,
                        """
                        {"timeframe": "%s",
                         "candles": [{"open_time": "%s", "open": 6.8, "high": 6.9, "low": 6.7, "close": 6.8}]}
                        """
                                .formatted(timeframe, open))
                .json()
                .path("stored")
                .asInt();
    }

    /** Daily candles of the end of 2020 that move like those of every other symbol made here. */
    private static void daily(CasesSuite suite, String symbol, double price) {
        StringJoiner candles = new StringJoiner(", ", "[", "]");
        LocalDate last = LocalDate.of(2020, 12, 31);
        for (int i = 80; i >= 0; i--) {
            double close = price * (1 + 0.01 * Math.sin(i));
            candles.add(
                    "{\"open_time\": \"%sT00:00:00Z\", \"open\": %.5f, \"high\": %.5f, \"low\": %.5f, \"close\": %.5f}"
                            .formatted(last.minusDays(i), close, close * 1.001, close * 0.999, close));
        }
        Answer stored =
                suite.post("/api/v1/candles/" + symbol, "{\"timeframe\": \"D1\", \"candles\": %s}".formatted(candles));
        assertThat(stored.status()).as(stored.json().toString()).isEqualTo(200);
    }
}
