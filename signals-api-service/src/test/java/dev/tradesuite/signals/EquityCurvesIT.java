package dev.tradesuite.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.SuiteClient.Answer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Curves of every resolution. */
class EquityCurvesIT extends BookedModelsIT {

    @Test
    void daysGoBackForYears() {
        JsonNode month = get("/api/models/equity-curves?hours=720&resolution=1d");
        JsonNode years = get("/api/models/equity-curves?hours=43848&resolution=1d");

        assertThat(years.path("start_date").asString())
                .isEqualTo(LAST_CLOSE.minus(Duration.ofDays(1_827)).toString());
        assertThat(years.at("/curves/0/data").size())
                .isGreaterThanOrEqualTo(month.at("/curves/0/data").size());
        assertThat(last(years.path("curves").get(0)))
                .isEqualTo(last(month.path("curves").get(0)));
    }

    @Test
    void curvesOfEveryResolutionEndWithTheSameEquity() {
        JsonNode points = get("/api/models/equity-curves?hours=10");
        JsonNode hourly = get("/api/models/equity-curves?hours=10&resolution=1h");
        JsonNode daily = get("/api/models/equity-curves?hours=720&resolution=1d");

        assertThat(fields(points))
                .containsExactlyInAnyOrder(
                        "start_date", "end_date", "resolution", "symbol", "timeframe", "run", "label", "curves");
        assertThat(points.path("end_date").asString()).isEqualTo(LAST_CLOSE.toString());
        assertThat(points.path("start_date").asString())
                .isEqualTo(LAST_CLOSE.minus(Duration.ofHours(10)).toString());
        assertThat(points.path("resolution").asString()).isEqualTo("5m");
        assertThat(texts(points.path("curves"), "strategy_code")).isEqualTo(BookedModels.CODES);
        for (int i = 0; i < BookedModels.CODES.size(); i++) {
            JsonNode curve = points.path("curves").get(i);
            assertThat(fields(curve))
                    .containsExactlyInAnyOrder(
                            "strategy_code", "strategy_name", "model_version", "proxy", "data", "summary");
            assertThat(curve.path("data").size()).isEqualTo(120);
            assertThat(fields(curve.at("/data/0")))
                    .containsExactlyInAnyOrder("timestamp", "equity_value", "return_pct", "drawdown_pct");
            assertThat(fields(curve.path("summary")))
                    .containsExactlyInAnyOrder("starting_equity", "ending_equity", "total_return_pct");
            assertThat(last(curve)).isEqualTo(last(hourly.path("curves").get(i)));
            assertThat(last(curve)).isEqualTo(last(daily.path("curves").get(i)));
        }
        assertThat(hourly.at("/curves/0/data").size()).isBetween(10, 11);
        JsonNode two = get("/api/models/equity-curves?strategies=ENSEMBLE,RL_PPO");
        assertThat(texts(two.path("curves"), "strategy_code")).containsExactly("RL_PPO", "ENSEMBLE");
        // Everything lies within the window: it starts with the capital.
        assertThat(two.at("/curves/0/summary/starting_equity").decimalValue()).isEqualByComparingTo("10000");
    }

    @Test
    void aCurveThatHasNotChangedIsNotSentAgain() {
        Answer first = client.get("/api/models/equity-curves?hours=5");
        String tag = first.headers().firstValue("ETag").orElseThrow();

        Answer again = client.header("If-None-Match", tag).get("/api/models/equity-curves?hours=5");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        assertThat(client.header("If-None-Match", tag)
                        .get("/api/models/equity-curves?hours=6")
                        .status())
                .isEqualTo(200);
    }
}
