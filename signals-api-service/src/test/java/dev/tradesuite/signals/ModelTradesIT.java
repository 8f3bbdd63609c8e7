package dev.tradesuite.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.SuiteClient.Answer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Closed trades, page by page and as a table. */
class ModelTradesIT extends BookedModelsIT {

    @Test
    void pagesOfTradesGoTogetherAndTheirTableAddsUpToTheProfit() {
        List<Long> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get("/api/models/trades?limit=7" + cursor);
            page.path("trades")
                    .forEach(trade -> paged.add(trade.path("position_id").asLong()));
            cursor = page.has("next_cursor")
                    ? "&cursor=" + page.path("next_cursor").asString()
                    : "";
        } while (!cursor.isEmpty());
        assertThat(paged)
                .isEqualTo(jdbc.sql(
                                """
                                SELECT position_id FROM fact_strategy_positions
                                WHERE status <> 'open' ORDER BY exit_time DESC, position_id DESC
                                """)
                        .query(Long.class)
                        .list())
                .hasSizeGreaterThan(14);

        Answer table = client.header("Accept", "text/csv").get("/api/models/trades?limit=1000");
        assertThat(table.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(table.headers().firstValue("Next-Cursor")).isEmpty();
        List<String[]> rows =
                table.text().lines().map(line -> line.split(",", -1)).toList();
        int profit = List.of(rows.getFirst()).indexOf("realized_pnl");
        assertThat(rows).hasSize(paged.size() + 1).allMatch(row -> row.length == rows.getFirst().length);
        assertThat(rows.stream()
                        .skip(1)
                        .map(row -> new BigDecimal(row[profit]))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(get("/api/models/pnl/summary?period=all")
                        .at("/portfolio_total/net_profit")
                        .decimalValue());
        assertThat(client.header("Accept", "text/csv")
                        .get("/api/models/trades?limit=7")
                        .headers()
                        .firstValue("Next-Cursor"))
                .isPresent();
    }

    @Test
    void tradesAreFilteredByWhatIsAskedFor() {
        JsonNode all = get("/api/models/trades?limit=1000").path("trades");
        JsonNode first = all.get(all.size() - 1);
        assertThat(fields(first))
                .containsExactlyInAnyOrder(
                        "position_id",
                        "strategy_code",
                        "side",
                        "status",
                        "quantity",
                        "notional_usd",
                        "leverage",
                        "entry_price",
                        "entry_time",
                        "exit_price",
                        "exit_time",
                        "stop_loss",
                        "take_profit",
                        "realized_pnl",
                        "fees",
                        "mae",
                        "mfe",
                        "result",
                        "exit_reason",
                        "label");
        assertThat(texts(get("/api/models/trades?strategy=RL_PPO&side=short").path("trades"), "side"))
                .isNotEmpty()
                .containsOnly("short");
        assertThat(texts(get("/api/models/trades?strategy=RL_PPO").path("trades"), "strategy_code"))
                .containsOnly("RL_PPO");
        JsonNode wins = get("/api/models/trades?result=win&limit=1000").path("trades");
        JsonNode losses = get("/api/models/trades?result=loss&limit=1000").path("trades");
        assertThat(wins.size() + losses.size()).isEqualTo(all.size());
        assertThat(wins.valueStream().map(trade -> trade.path("realized_pnl").doubleValue()))
                .isNotEmpty()
                .allMatch(profit -> profit > 0);
        String closed = first.path("exit_time").asString();
        // What is closed at a moment belongs to the stretch that ends with it.
        int until = get("/api/models/trades?to=" + closed).path("trades").size();
        assertThat(until)
                .isEqualTo(Collections.frequency(texts(all, "exit_time"), closed))
                .isPositive();
        assertThat(get("/api/models/trades?limit=1000&from=" + closed)
                        .path("trades")
                        .size())
                .isEqualTo(all.size() - until);
    }

    @Test
    void aTableThatCannotBeGivenIsRefusedLikeAnyAnswer() {
        Answer refused = client.header("Accept", "text/csv").get("/api/models/trades?side=buy");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("side");
    }
}
