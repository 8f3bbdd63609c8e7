package dev.tradesuite.brain.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.contracts.brain.AddCandlesRequest;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.test.Candles;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import dev.tradesuite.test.TestTopic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SuiteIntegrationTest
class BarSignalsIT {

    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");
    private static final Duration BAR = Timeframe.M5.length();

    @Autowired
    SuiteClient suite;

    @Test
    void everyClosedBarIsToldOnceWithTheSignalsOfAllModelsAndAReplaySaysTheSame() {
        List<Candle> walk = Candles.walk(Timeframe.M5, MONDAY, 703, "0.91", "0.0004", 5);
        try (TestTopic signals = TestTopic.of(Topics.BRAIN_SIGNALS)) {
            add("NZDCHF", walk.subList(0, 700));
            add("NZDCHF", walk.subList(700, 703));

            List<TestTopic.Message> told = signals.await(
                    3,
                    message -> "NZDCHF".equals(message.key())
                            && !openOf(message.json().path("data").path("bar"))
                                    .isBefore(walk.get(700).openTime()));
            assertThat(told)
                    .extracting(message -> openOf(message.json().path("data").path("bar")))
                    .containsExactly(
                            walk.get(700).openTime(),
                            walk.get(701).openTime(),
                            walk.get(702).openTime());
            JsonNode last = told.getLast().json();
            assertThat(last.path("type").asString()).isEqualTo("bar.signals");
            JsonNode data = last.path("data");
            assertThat(data.path("previous_bar").asString())
                    .isEqualTo(walk.get(701).openTime().toString());
            assertThat(data.path("signals"))
                    .extracting(signal -> signal.path("strategy_code").asString())
                    .containsExactly("RL_PPO", "ML_XGB", "ML_LGBM", "LLM_CLAUDE", "ENSEMBLE");
            assertThat(data.path("signals").path(0).path("model").path("proxy").asBoolean())
                    .isTrue();
            assertThat(data.path("signals")
                            .path(3)
                            .path("abstained")
                            .path("code")
                            .asString())
                    .isEqualTo("ADVISOR_OFF");

            JsonNode replayed = lines(client().get("/api/v1/brain/models/replay?symbol=NZDCHF&from="
                            + walk.get(702).openTime()))
                    .getFirst();
            assertThat(replayed.path("label").asString()).isEqualTo("BACKFILL");
            assertThat(replayed.path("bar")).isEqualTo(data.path("bar"));
            for (int model : List.of(0, 1, 2, 4)) {
                assertThat(replayed.path("signals").path(model))
                        .isEqualTo(data.path("signals").path(model));
            }
        }
    }

    @Test
    void aReplayIsOneLineABarOldestFirst() {
        List<Candle> walk = Candles.walk(Timeframe.M5, MONDAY, 60, "1.31", "0.0004", 6);
        add("AUDCAD", walk);

        List<JsonNode> lines = lines(client().get("/api/v1/brain/models/replay?symbol=AUDCAD&from="
                + walk.get(10).openTime() + "&to=" + walk.get(20).openTime()));

        assertThat(lines)
                .extracting(line -> openOf(line.path("bar")))
                .containsExactlyElementsOf(
                        walk.subList(10, 20).stream().map(Candle::openTime).toList());
        assertThat(lines.getFirst()
                        .path("signals")
                        .path(0)
                        .path("abstained")
                        .path("code")
                        .asString())
                .isEqualTo("NOT_ENOUGH_CANDLES");
    }

    @Test
    void theModelsAreListedWithWhatDecidesNow() {
        JsonNode models = client().get("/api/v1/brain/models").json();

        assertThat(models)
                .extracting(
                        model -> model.path("strategy_code").asString(),
                        model -> model.path("strategy_type").asString(),
                        model -> model.path("model").path("proxy").asBoolean())
                .containsExactly(
                        tuple("RL_PPO", "RL", true),
                        tuple("ML_XGB", "ML", true),
                        tuple("ML_LGBM", "ML", true),
                        tuple("LLM_CLAUDE", "LLM", false),
                        tuple("ENSEMBLE", "ENSEMBLE", false));
    }

    @Test
    void aModelCanBeAskedByADecisionToo() {
        Instant recent = Instant.ofEpochSecond(Instant.now().getEpochSecond() / 300 * 300)
                .minus(BAR.multipliedBy(700));
        add("EURNZD", Candles.walk(Timeframe.M5, recent, 700, "1.95", "0.0006", 7));

        JsonNode decision = client().post(
                        "/api/v1/brain/decide",
                        JsonMapper.shared().readTree("{\"symbol\": \"EURNZD\", \"model\": \"ML_LGBM\"}"))
                .json();

        assertThat(decision.path("model").path("name").asString()).isEqualTo("ML_LGBM");
        assertThat(decision.path("candle_count").asInt()).isEqualTo(577);
        assertThat(decision.path("reasons").path(0).path("code").asString()).startsWith("MODEL_");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/brain/models?symbol=NOPE, symbol",
        "/api/v1/brain/models?timeframe=M7, timeframe",
        "/api/v1/brain/models/replay?symbol=&from=2026-01-01T00:00:00Z, symbol",
        "/api/v1/brain/models/replay/size?symbol=&from=2026-01-01T00:00:00Z, symbol",
        "/api/v1/brain/models/replay?symbol=EURUSD, from",
        "/api/v1/brain/models/replay?symbol=EURUSD&from=yesterday, from",
        "/api/v1/brain/models/replay?symbol=EURUSD&from=2026-01-01T00:00:00Z&strategies=X, strategies"
    })
    void aBadQueryIsNamed(String path, String field) {
        Answer answer = client().get(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors"))
                .extracting(error -> error.path("field").asString())
                .contains(field);
    }

    private void add(String symbol, List<Candle> candles) {
        Answer answer =
                client().post("/api/v1/candles/" + symbol, new AddCandlesRequest(Timeframe.M5, candles, "test"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private SuiteClient client() {
        return suite.with("trade:read", "trade:execute");
    }

    private static Instant openOf(JsonNode bar) {
        return Instant.parse(bar.path("open_time").asString());
    }

    private static List<JsonNode> lines(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.text().lines().map(JsonMapper.shared()::readTree).toList();
    }
}
