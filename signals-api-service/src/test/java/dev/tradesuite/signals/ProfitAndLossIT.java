package dev.tradesuite.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was earned, against the tables. */
class ProfitAndLossIT extends BookedModelsIT {

    @Test
    void profitIsTheSumOfTheClosedPositions() {
        JsonNode all = get("/api/models/pnl/summary?period=all");

        assertThat(fields(all))
                .containsExactlyInAnyOrder(
                        "period",
                        "start_date",
                        "end_date",
                        "symbol",
                        "timeframe",
                        "run",
                        "label",
                        "strategies",
                        "portfolio_total");
        for (JsonNode strategy : all.path("strategies")) {
            Map<String, Object> kept = jdbc.sql(
                            """
                            SELECT coalesce(sum(realized_pnl), 0) AS net, coalesce(sum(fees), 0) AS fees, count(*) AS n
                            FROM fact_strategy_positions p JOIN dim_strategy s USING (strategy_id)
                            WHERE s.strategy_code = :code AND status <> 'open'
                            """)
                    .param("code", strategy.path("strategy_code").asString())
                    .query()
                    .singleRow();
            assertThat(strategy.path("net_profit").decimalValue()).isEqualByComparingTo((BigDecimal) kept.get("net"));
            assertThat(strategy.path("total_fees").decimalValue()).isEqualByComparingTo((BigDecimal) kept.get("fees"));
            assertThat(strategy.path("n_trades").asLong()).isEqualTo(kept.get("n"));
            assertThat(strategy.path("gross_profit")
                            .decimalValue()
                            .add(strategy.path("gross_loss").decimalValue()))
                    .isEqualByComparingTo(strategy.path("net_profit").decimalValue());
        }
        assertThat(all.at("/portfolio_total/net_profit").decimalValue())
                .isEqualByComparingTo(sum(all.path("strategies"), "net_profit"))
                .isEqualByComparingTo(
                        number("SELECT sum(realized_pnl) FROM fact_strategy_positions WHERE status <> 'open'"));
        assertThat(StreamSupport.stream(all.path("strategies").spliterator(), false)
                        .map(strategy -> strategy.path("net_profit").doubleValue()))
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }
}
