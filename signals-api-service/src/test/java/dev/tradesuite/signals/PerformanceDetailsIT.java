package dev.tradesuite.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Details against the comparison, the curve and the closes. */
class PerformanceDetailsIT extends BookedModelsIT {

    private static final String DETAILS = "/api/models/performance/details?strategy=RL_PPO&period=24h";

    @Test
    void summaryIsThatOfTheComparison() {
        JsonNode details = get(DETAILS);
        JsonNode compared = get("/api/models/performance/comparison?period=24h").at("/strategies/0");

        for (String field :
                List.of("total_return_pct", "max_drawdown_pct", "volatility_pct", "sharpe_ratio", "sortino_ratio")) {
            assertThat(details.path("summary").path(field).doubleValue())
                    .as(field)
                    .isEqualTo(compared.path(field).doubleValue());
        }
        assertThat(details.at("/summary/basis")).isEqualTo(compared.path("basis"));
        assertThat(reasons(details.path("summary"))).containsEntry("calmar_ratio", "TOO_SHORT");
        assertThat(details.path("model_version").asString()).isEqualTo("rule-1");
        assertThat(details.path("end_date").asString()).isEqualTo(LAST_CLOSE.toString());
    }

    @Test
    void theDeepestFallComesFirstWithItsHighAndItsLow() {
        JsonNode details = get(DETAILS);
        JsonNode falls = details.path("drawdowns");

        assertThat(falls.at("/0/depth_pct").doubleValue())
                .isCloseTo(details.at("/summary/max_drawdown_pct").doubleValue(), within(1e-9));
        assertThat(details.path("drawdown_count").asInt()).isGreaterThanOrEqualTo(falls.size());
        for (JsonNode fall : falls) {
            double peak = fall.path("peak_equity").doubleValue();
            assertThat((fall.path("trough_equity").doubleValue() / peak - 1) * 100)
                    .isCloseTo(fall.path("depth_pct").doubleValue(), within(1e-9));
            assertThat(fall.path("peak_at").asString())
                    .isLessThan(fall.path("trough_at").asString());
        }
    }

    @Test
    void monthsCompoundToTheReturnAndTheDistributionCountsAll() {
        JsonNode details = get(DETAILS);
        double growth = details.path("monthly_returns")
                .valueStream()
                .mapToDouble(month -> 1 + month.path("return_pct").doubleValue() / 100)
                .reduce(1, (a, b) -> a * b);
        assertThat((growth - 1) * 100)
                .isCloseTo(details.at("/summary/total_return_pct").doubleValue(), within(1e-9));
        assertThat(details.path("histogram")
                        .valueStream()
                        .mapToInt(bin -> bin.path("count").asInt())
                        .sum())
                .isEqualTo(details.at("/summary/basis/count").asInt());
        // 15 hours are fewer than a window of 24.
        assertThat(details.at("/rolling/window").asInt()).isEqualTo(24);
        assertThat(reasons(details.path("rolling"))).containsEntry("points", "TOO_FEW_RETURNS");
    }

    @Test
    void baselinesAreThoseOfNobodyAndOfAHolder() {
        JsonNode baselines = get(DETAILS).path("baselines");

        assertThat(texts(baselines, "name")).containsExactly("do_nothing", "buy_and_hold");
        assertThat(baselines.at("/0/figures/total_return_pct").doubleValue()).isZero();
        assertThat(reasons(baselines.at("/0/figures"))).containsEntry("sharpe_ratio", "NO_VARIATION");
        // The rate is 1: what the price did from the first close to the last.
        double held = BookedModels.close(BARS - 1).doubleValue()
                        / BookedModels.close(0).doubleValue()
                - 1;
        assertThat(baselines.at("/1/figures/total_return_pct").doubleValue()).isCloseTo(held * 100, within(1e-9));
        double least = IntStream.range(0, BARS)
                .mapToDouble(bar -> BookedModels.close(bar).doubleValue())
                .min()
                .orElseThrow();
        assertThat(baselines.at("/1/figures/max_drawdown_pct").doubleValue())
                .isLessThanOrEqualTo((least / BookedModels.close(0).doubleValue() - 1) * 100);
    }

    @Test
    void withoutAnAccountThereIsNothingAndAReason() {
        JsonNode details = get("/api/models/performance/details?strategy=RL_PPO&symbol=NZDUSD");
        assertThat(details.at("/reason/code").asString()).isEqualTo("NO_ACCOUNTS");
        assertThat(details.path("strategy_name").asString()).isEqualTo("PPO Reinforcement Learning");
        assertThat(details.has("summary")).isFalse();
        assertThat(details.path("drawdowns").size()).isZero();
    }
}
