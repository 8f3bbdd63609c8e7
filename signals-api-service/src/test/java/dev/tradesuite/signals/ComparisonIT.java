package dev.tradesuite.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How the models did, against their curves. */
class ComparisonIT extends BookedModelsIT {

    @Test
    void comparisonIsWhatTheCurvesAndTradesSay() {
        JsonNode compared = get("/api/models/performance/comparison?period=7d");
        JsonNode curves = get("/api/models/equity-curves?hours=168").path("curves");
        JsonNode hourly =
                get("/api/models/equity-curves?hours=168&resolution=1h").path("curves");

        assertThat(fields(compared))
                .containsExactlyInAnyOrder(
                        "period", "start_date", "end_date", "symbol", "timeframe", "run", "label", "strategies");
        for (int i = 0; i < BookedModels.CODES.size(); i++) {
            JsonNode strategy = compared.path("strategies").get(i);
            JsonNode curve = curves.get(i);
            assertThat(strategy.path("current_equity").decimalValue()).isEqualByComparingTo(last(curve));
            assertThat(strategy.path("total_return_pct").doubleValue())
                    .isCloseTo(curve.at("/summary/total_return_pct").doubleValue(), within(1e-9));
            assertThat(strategy.path("max_drawdown_pct").doubleValue())
                    .isCloseTo(deepestFall(equities(curve)), within(1e-9));
        }
        JsonNode rl = compared.at("/strategies/0");
        assertThat(fields(rl))
                .contains(
                        "strategy_code",
                        "strategy_name",
                        "strategy_type",
                        "total_return_pct",
                        "daily_return_pct",
                        "sharpe_ratio",
                        "sortino_ratio",
                        "total_trades",
                        "win_rate",
                        "profit_factor",
                        "max_drawdown_pct",
                        "current_drawdown_pct",
                        "volatility_pct",
                        "avg_hold_time_minutes",
                        "current_equity",
                        "open_positions",
                        "model_version",
                        "proxy",
                        "basis",
                        "unavailable");
        assertThat(rl.at("/basis/return_interval").asString()).isEqualTo("HOURLY");
        assertThat(rl.at("/basis/count").asInt())
                .isEqualTo(equities(hourly.get(0)).size() - 1);
        assertThat(rl.path("sharpe_ratio").doubleValue())
                .isCloseTo(
                        sharpe(
                                equities(hourly.get(0)),
                                rl.at("/basis/annualisation_factor").doubleValue()),
                        within(1e-6));
        assertThat(rl.path("open_positions").asInt()).isEqualTo(1);
    }

    @Test
    void whatCannotBeComputedIsAbsentWithAReason() {
        JsonNode overlay = get("/api/models/performance/comparison?period=7d").at("/strategies/3");

        assertThat(overlay.path("total_trades").asInt()).isZero();
        assertThat(fields(overlay))
                .doesNotContain(
                        "win_rate",
                        "profit_factor",
                        "sharpe_ratio",
                        "sortino_ratio",
                        "calmar_ratio",
                        "avg_hold_time_minutes");
        assertThat(reasons(overlay))
                .containsEntry("win_rate", "NO_CLOSED_TRADES")
                .containsEntry("sharpe_ratio", "NO_VARIATION")
                .containsEntry("sortino_ratio", "NO_LOSS")
                .containsEntry("calmar_ratio", "TOO_SHORT");
        JsonNode quiet =
                get("/api/models/performance/comparison?symbol=" + QUIET).at("/strategies/0");
        assertThat(reasons(quiet)).containsEntry("volatility_pct", "TOO_FEW_RETURNS");
        assertThat(quiet.at("/basis/return_interval").asString()).isEqualTo("DAILY");
        JsonNode earned = get("/api/models/pnl/summary?period=month&symbol=" + QUIET);
        assertThat(earned.at("/reason/code").asString()).isEqualTo("NO_CLOSED_TRADES");
        assertThat(fields(earned.at("/strategies/0"))).doesNotContain("win_rate", "avg_trade", "profit_factor");
    }
}
