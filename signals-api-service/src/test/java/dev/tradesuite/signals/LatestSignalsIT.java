package dev.tradesuite.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the models said last. */
class LatestSignalsIT extends BookedModelsIT {

    @Test
    void newestSignalsComeWithPriceAndMarket() {
        // Served from memory, which hears of the bar by the feed.
        JsonNode latest = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> get("/api/models/signals/latest"),
                        found -> found.at("/signals/0/timestamp").asString("").equals(LAST_CLOSE.toString()));

        assertThat(fields(latest))
                .containsExactlyInAnyOrder(
                        "timestamp", "symbol", "timeframe", "run", "label", "market_price", "market_status", "signals");
        assertThat(latest.path("market_price").decimalValue()).isEqualByComparingTo(BookedModels.close(BARS - 1));
        assertThat(latest.path("market_status").asString()).isEqualTo("open");
        assertThat(texts(latest.path("signals"), "strategy_code")).isEqualTo(BookedModels.CODES);
        JsonNode rl = latest.at("/signals/0");
        assertThat(fields(rl))
                .containsExactlyInAnyOrder(
                        "strategy_code",
                        "strategy_name",
                        "signal",
                        "side",
                        "confidence",
                        "size",
                        "entry_price",
                        "stop_loss",
                        "take_profit",
                        "risk_usd",
                        "reasoning",
                        "timestamp",
                        "age_seconds",
                        "model_version",
                        "proxy",
                        "label");
        assertThat(rl.path("signal").asString()).isEqualTo("long");
        assertThat(rl.path("side").asString()).isEqualTo("buy");
        assertThat(rl.path("entry_price").decimalValue()).isEqualByComparingTo(BookedModels.close(BARS - 1));
        assertThat(rl.path("timestamp").asString()).isEqualTo(LAST_CLOSE.toString());
        assertThat(rl.path("age_seconds").isIntegralNumber()).isTrue();
        JsonNode flat = latest.at("/signals/3");
        assertThat(flat.path("side").asString()).isEqualTo("hold");
        assertThat(fields(flat)).doesNotContain("entry_price", "stop_loss", "take_profit");
        assertThat(flat.path("risk_usd").decimalValue()).isEqualByComparingTo("0");
    }

    @Test
    void whatEndedLongAgoIsNotMeantWhenNoSymbolIsNamed() {
        jdbc.sql("INSERT INTO run (run_id, kind, state) VALUES (8, 'BACKTEST', 'DONE')")
                .update();
        jdbc.sql(
                        """
                        INSERT INTO paper_account (run_id, symbol, timeframe, strategy_id, starting_capital, cash,
                                                   peak_equity, last_bar)
                        VALUES (8, 'AUDUSD', 'M5', 1, 10000, 10000, 10000, '2025-01-06T10:00:00Z'),
                               (8, 'USDJPY', 'M5', 1, 10000, 10000, 10000, '2026-01-02T22:00:00Z'),
                               (8, 'XAUUSD', 'M5', 1, 10000, 10000, 10000, '2026-01-06T10:00:00Z')
                        """)
                .update();
        assertThat(get("/api/models/signals/latest?run=8").path("symbol").asString())
                .isEqualTo("USDJPY");
        assertThat(get("/api/models/signals/latest?run=8&symbol=AUDUSD")
                        .path("symbol")
                        .asString())
                .isEqualTo("AUDUSD");
    }
}
