package dev.tradesuite.signals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.SuiteClient.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the models said, page by page and one by one. */
class PastSignalsIT extends BookedModelsIT {

    @Test
    void pagesGoTogetherInTheOrderOfTime() {
        List<Long> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get("/api/models/signals?limit=97" + cursor);
            page.path("signals")
                    .forEach(signal -> paged.add(signal.path("signal_id").asLong()));
            cursor = page.has("next_cursor")
                    ? "&cursor=" + page.path("next_cursor").asString()
                    : "";
        } while (!cursor.isEmpty());

        assertThat(paged)
                .hasSize(BARS * BookedModels.CODES.size())
                .isEqualTo(jdbc.sql(
                                """
                                SELECT signal_id FROM fact_strategy_signals
                                WHERE symbol = :symbol ORDER BY timestamp_utc DESC, strategy_id
                                """)
                        .param("symbol", SYMBOL)
                        .query(Long.class)
                        .list());
    }

    @Test
    void signalsAreFilteredByWhatIsAskedFor() {
        String first = closed(0).toString();
        String third = closed(2).toString();
        JsonNode two = get("/api/models/signals?from=%s&to=%s".formatted(first, third));
        assertThat(two.path("signals").size()).isEqualTo(2 * BookedModels.CODES.size());
        assertThat(texts(two.path("signals"), "timestamp"))
                .containsOnly(closed(1).toString(), third);
        assertThat(texts(two.path("signals"), "strategy_code").subList(0, 5)).isEqualTo(BookedModels.CODES);

        JsonNode shorts = get("/api/models/signals?side=sell&limit=1000&strategy=RL_PPO,ML_XGB");
        assertThat(texts(shorts.path("signals"), "side")).isNotEmpty().containsOnly("sell");
        assertThat(texts(shorts.path("signals"), "strategy_code")).containsOnly("RL_PPO", "ML_XGB");
        assertThat(shorts.path("signals")).allSatisfy(signal -> assertThat(signal.has("score"))
                .isEqualTo(signal.path("strategy_code").asString().equals("RL_PPO"))
                .isNotEqualTo(signal.has("no_score")));
        JsonNode none = get("/api/models/signals?side=buy&strategy=LLM_CLAUDE");
        assertThat(none.path("signals").size()).isZero();
        assertThat(none.at("/reason/code").asString()).isEqualTo("NO_MATCHING_SIGNALS");
    }

    @Test
    void aTableHasARowForEach() {
        Answer table = client.header("Accept", "text/csv").get("/api/models/signals?limit=10");

        assertThat(table.status()).isEqualTo(200);
        assertThat(table.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
        assertThat(table.headers().firstValue("Next-Cursor")).isPresent();
        List<String> lines = table.text().lines().toList();
        assertThat(lines).hasSize(11);
        assertThat(lines.getFirst()).startsWith("signal_id,strategy_code,strategy_name,timestamp,signal,side");
        assertThat(lines.get(1).split(",", -1)).hasSameSizeAs(lines.getFirst().split(",", -1));
        assertThat(lines.getFirst()).contains(",abstained,score_feature,score,no_score,model_version,");
        assertThat(lines.stream().skip(1))
                .allSatisfy(line -> assertThat(line.contains(",score,0.4,,")).isEqualTo(line.contains(",RL_PPO,")));
    }

    /** RL_PPO: four bars long, four flat, eight short, and again. */
    @ParameterizedTest
    @CsvSource({
        "0, opened, ",
        "1, kept, SAME_SIGNAL",
        "4, closed, ",
        "5, nothing, MODEL_FLAT",
        "8, opened, ",
        "16, reversed, "
    })
    void tellsWhatTheAccountDid(int bar, String action, String reason) {
        JsonNode details = get("/api/models/signals/" + id("RL_PPO", bar));

        assertThat(fields(details))
                .containsExactlyInAnyOrder("symbol", "timeframe", "run", "signal", "features", "votes", "account");
        assertThat(details.at("/signal/timestamp").asString())
                .isEqualTo(closed(bar).toString());
        assertThat(details.at("/features").toString()).isEqualTo("{\"score\":0.4}");
        assertThat(details.at("/signal/score").toString())
                .isEqualTo("{\"feature\":\"score\",\"value\":0.4,\"thresholds\":["
                        + "{\"signal\":\"long\",\"beyond\":\"above\",\"value\":0.3},"
                        + "{\"signal\":\"short\",\"beyond\":\"below\",\"value\":-0.3}]}");
        assertThat(details.at("/signal/no_score").isMissingNode()).isTrue();
        assertThat(details.at("/account/action").asString()).isEqualTo(action);
        assertThat(details.at("/account/reason/code").asString("")).isEqualTo(reason == null ? "" : reason);
        assertThat(details.at("/account/positions").size())
                .isEqualTo(action.equals("nothing") ? 0 : action.equals("reversed") ? 2 : 1);
    }

    @Test
    void theEnsembleTellsOfItsVotesAndOfTheLanguageModel() {
        JsonNode details = get("/api/models/signals/" + id("ENSEMBLE", 3));

        assertThat(texts(details.path("votes"), "strategy_code")).containsExactly("RL_PPO", "LLM_CLAUDE");
        assertThat(details.at("/votes/0/weight").doubleValue()).isEqualTo(0.3);
        assertThat(details.at("/signal/score").isMissingNode()).isTrue();
        assertThat(details.at("/signal/no_score/code").asString()).isEqualTo("SCORE_NOT_KEPT");
        assertThat(details.at("/llm_answer/signal/no_score/code").asString()).isEqualTo("ADVISOR_OFF");
        assertThat(details.at("/llm_answer/signal/strategy_code").asString()).isEqualTo("LLM_CLAUDE");
        assertThat(details.at("/llm_answer/signal/abstained").asString()).isEqualTo("ADVISOR_OFF");
        JsonNode overlay = get("/api/models/signals/" + id("LLM_CLAUDE", 3));
        assertThat(overlay.at("/account/reason/code").asString()).isEqualTo("MODEL_ABSTAINED");
        assertThat(overlay.at("/llm_answer/signal/reasoning").asString()).isEqualTo("For a test.");
    }

    @Test
    void aSignalNobodyGaveIsNotFound() {
        assertThat(client.get("/api/models/signals/999999999").status()).isEqualTo(404);
    }

    private long id(String code, int bar) {
        return jdbc.sql(
                        """
                        SELECT g.signal_id FROM fact_strategy_signals g JOIN dim_strategy s USING (strategy_id)
                        WHERE g.symbol = :symbol AND s.strategy_code = :code
                        ORDER BY g.timestamp_utc OFFSET :bar LIMIT 1
                        """)
                .param("symbol", SYMBOL)
                .param("code", code)
                .param("bar", bar)
                .query(Long.class)
                .single();
    }

    /** When the bar with an index closed. */
    private static Instant closed(int bar) {
        return LAST_CLOSE.minus(Duration.ofMinutes(5L * (BARS - 1 - bar)));
    }
}
