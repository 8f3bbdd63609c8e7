package dev.tradesuite.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The answers against one another. */
class BooksAgreeIT extends BookedModelsIT {

    @Test
    void whatWasEarnedAndWhatIsOpenIsTheChangeOfEquity() {
        JsonNode profits = get("/api/models/pnl/summary?period=all").path("strategies");
        JsonNode held = get("/api/models/positions/current").path("positions");
        JsonNode compared = get("/api/models/performance/comparison?period=all").path("strategies");
        for (JsonNode strategy : compared) {
            String code = strategy.path("strategy_code").asString();
            BigDecimal unrealized = sum(only(held, code), "unrealized_pnl");
            // The fee of an open position's entry has been paid already.
            BigDecimal paid = jdbc.sql(
                            """
                            SELECT coalesce(sum(entry_fee), 0)
                            FROM fact_strategy_positions p JOIN dim_strategy s USING (strategy_id)
                            WHERE s.strategy_code = :code AND status = 'open'
                            """)
                    .param("code", code)
                    .query(BigDecimal.class)
                    .single();
            assertThat(strategy.path("current_equity").decimalValue())
                    .as(code)
                    .isEqualByComparingTo(new BigDecimal("10000")
                            .add(sum(only(profits, code), "net_profit"))
                            .add(unrealized)
                            .subtract(paid));
        }
    }

    @Test
    void theCurveEndsWithTheCurrentEquity() {
        JsonNode compared = get("/api/models/performance/comparison?period=all").path("strategies");
        for (String resolution : List.of("5m", "1h", "1d")) {
            JsonNode curves = get("/api/models/equity-curves?hours=720&resolution=" + resolution)
                    .path("curves");
            for (int i = 0; i < compared.size(); i++) {
                assertThat(last(curves.get(i)))
                        .isEqualByComparingTo(
                                compared.get(i).path("current_equity").decimalValue());
            }
        }
    }

    @Test
    void theTableOfTradesSumsToTheProfitOfEachModel() {
        Map<String, BigDecimal> sums = new HashMap<>();
        Map<String, Integer> wins = new HashMap<>();
        for (Map<String, String> row : trades()) {
            String code = row.get("strategy_code");
            BigDecimal profit = new BigDecimal(row.get("realized_pnl"));
            sums.merge(code, profit, BigDecimal::add);
            wins.merge(code, profit.signum() > 0 ? 1 : 0, Integer::sum);
        }
        JsonNode summary = get("/api/models/pnl/summary?period=all");
        for (JsonNode strategy : summary.path("strategies")) {
            String code = strategy.path("strategy_code").asString();
            assertThat(strategy.path("net_profit").decimalValue())
                    .as(code)
                    .isEqualByComparingTo(sums.getOrDefault(code, BigDecimal.ZERO));
            assertThat(strategy.path("n_wins").asInt()).isEqualTo(wins.getOrDefault(code, 0));
        }
        for (String field : List.of("gross_profit", "gross_loss", "net_profit", "total_fees")) {
            assertThat(summary.path("portfolio_total").path(field).decimalValue())
                    .as(field)
                    .isEqualByComparingTo(sum(summary.path("strategies"), field));
        }
    }

    @Test
    void theComparisonFollowsFromTheTableOfTradesAndTheCurve() {
        List<Map<String, String>> trades = trades();
        JsonNode curves = get("/api/models/equity-curves?hours=720").path("curves");
        JsonNode compared = get("/api/models/performance/comparison?period=all").path("strategies");
        for (int i = 0; i < compared.size(); i++) {
            JsonNode strategy = compared.get(i);
            String code = strategy.path("strategy_code").asString();
            List<Map<String, String>> own = trades.stream()
                    .filter(trade -> code.equals(trade.get("strategy_code")))
                    .toList();
            assertThat(strategy.path("total_trades").asInt()).isEqualTo(own.size());
            assertThat(strategy.path("total_return_pct").doubleValue())
                    .isCloseTo((last(curves.get(i)).doubleValue() / 10_000 - 1) * 100, within(1e-9));
            assertThat(strategy.path("max_drawdown_pct").doubleValue())
                    .isCloseTo(deepestFall(equities(curves.get(i))), within(1e-9));
            if (!own.isEmpty()) {
                double won = own.stream()
                        .mapToDouble(BooksAgreeIT::profit)
                        .filter(profit -> profit > 0)
                        .sum();
                double lost = own.stream()
                        .mapToDouble(BooksAgreeIT::profit)
                        .filter(profit -> profit < 0)
                        .sum();
                long wins = own.stream().filter(trade -> profit(trade) > 0).count();
                assertThat(strategy.path("win_rate").doubleValue())
                        .isCloseTo((double) wins / own.size(), within(1e-12));
                assertThat(strategy.path("profit_factor").doubleValue()).isCloseTo(won / -lost, within(1e-9));
                assertThat(strategy.path("avg_hold_time_minutes").doubleValue())
                        .isCloseTo(
                                own.stream()
                                        .mapToLong(trade -> Duration.between(
                                                        Instant.parse(trade.get("entry_time")),
                                                        Instant.parse(trade.get("exit_time")))
                                                .toMinutes())
                                        .average()
                                        .orElseThrow(),
                                within(1e-9));
            }
        }
    }

    private static double profit(Map<String, String> trade) {
        return Double.parseDouble(trade.get("realized_pnl"));
    }

    private List<Map<String, String>> trades() {
        List<String> lines = client.header("Accept", "text/csv")
                .get("/api/models/trades?limit=1000")
                .text()
                .lines()
                .toList();
        List<String> names = List.of(lines.getFirst().split(",", -1));
        return lines.stream()
                .skip(1)
                .map(line -> {
                    String[] values = line.split(",", -1);
                    Map<String, String> row = new HashMap<>();
                    IntStream.range(0, names.size()).forEach(i -> row.put(names.get(i), values[i]));
                    return row;
                })
                .toList();
    }
}
