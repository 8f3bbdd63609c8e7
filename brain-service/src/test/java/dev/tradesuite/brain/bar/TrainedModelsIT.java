package dev.tradesuite.brain.bar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.brain.model.trained.SmallVersions;
import dev.tradesuite.contracts.brain.AddCandlesRequest;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.learning.model.ModelCard;
import dev.tradesuite.learning.model.ModelFolder;
import dev.tradesuite.learning.model.ModelKind;
import dev.tradesuite.test.Candles;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import dev.tradesuite.test.TestTopic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SuiteIntegrationTest
class TrainedModelsIT {

    private static final String SYMBOL = "GBPNZD";
    private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");
    private static final List<Candle> WALK = Candles.walk(Timeframe.M5, MONDAY, 703, "2.11", "0.0004", 8);
    private static final List<String> TRAINED = List.of("RL_PPO", "ML_XGB", "ML_LGBM");

    @Autowired
    SuiteClient suite;

    private final Path path;
    private final ModelFolder folder;

    TrainedModelsIT(@Value("${suite.brain.models.folder}") Path path) {
        this.path = path;
        this.folder = new ModelFolder(path);
    }

    @AfterEach
    void takeOutOfUse() {
        folder.versions().forEach(version -> {
            folder.stopUsing(version);
            folder.remove(version);
        });
    }

    @Test
    void versionsInUseAreServedAndAReplaySaysTheSame() {
        for (ModelKind kind : ModelKind.values()) {
            SmallVersions.inUse(folder, kind, SYMBOL);
        }
        await().until(() -> TRAINED.stream().noneMatch(this::isProxy));

        try (TestTopic signals = TestTopic.of(Topics.BRAIN_SIGNALS)) {
            add(WALK.subList(0, 700));
            add(WALK.subList(700, 703));
            List<TestTopic.Message> told = signals.await(
                    3,
                    message -> SYMBOL.equals(message.key())
                            && !openOf(message.json().path("data").path("bar"))
                                    .isBefore(WALK.get(700).openTime()));
            List<JsonNode> replayed = client().get("/api/v1/brain/models/replay?symbol=" + SYMBOL + "&from="
                            + WALK.get(700).openTime())
                    .text()
                    .lines()
                    .map(JsonMapper.shared()::readTree)
                    .toList();

            for (int bar = 0; bar < 3; bar++) {
                JsonNode live = told.get(bar).json().path("data").path("signals");
                for (int model : List.of(0, 1, 2, 4)) {
                    assertThat(live.path(model))
                            .isEqualTo(replayed.get(bar).path("signals").path(model));
                    assertThat(live.path(model).path("model").path("proxy").asBoolean())
                            .isFalse();
                }
                assertThat(live.path(1).path("model").path("version").asString())
                        .startsWith("xgb-gbpnzd-m5-");
                assertThat(live.path(1).path("reasoning").asString()).endsWith("Its report shows no edge.");
            }
        }
    }

    @Test
    void theListShowsTheCardAndTheReportIsAPageThatRunsNothing() {
        ModelCard card = SmallVersions.inUse(folder, ModelKind.ML_LGBM, SYMBOL);
        await().until(() -> !isProxy("ML_LGBM"));

        JsonNode trained = listed("ML_LGBM").path("trained");
        assertThat(trained.path("version").asString()).isEqualTo(card.version());
        assertThat(trained.path("edge").asBoolean(true)).isFalse();
        assertThat(trained.path("verdict").asString()).startsWith("No edge: ");
        assertThat(trained.path("data_bars").asInt()).isEqualTo(600);
        assertThat(trained.path("figures").path("brier").isNumber()).isTrue();
        assertThat(Instant.parse(trained.path("in_use_since").asString())).isAfter(card.createdAt());
        assertThat(listed("ML_XGB").has("trained")).isFalse();

        Answer report = client().get(trained.path("report").asString());
        assertThat(report.status()).isEqualTo(200);
        assertThat(report.text()).startsWith("<!doctype html>").contains(card.version());
        assertThat(report.headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; style-src 'unsafe-inline'; sandbox");
        assertThat(client().get("/api/v1/brain/models/versions/none/report").status())
                .isEqualTo(404);
        assertThat(client().get("/api/v1/brain/models/versions/in-use/report").status())
                .isEqualTo(404);
    }

    @Test
    void theRuleStandsInForADamagedVersionAndDecidesWhenNoneIsInUse() throws IOException {
        ModelCard card = SmallVersions.inUse(folder, ModelKind.ML_XGB, SYMBOL);
        await().until(() -> !isProxy("ML_XGB"));

        Files.writeString(path.resolve(card.version()).resolve("xgboost.json"), "{}");
        await().until(() -> isProxy("ML_XGB"));

        JsonNode listed = listed("ML_XGB");
        assertThat(listed.path("problem").path("code").asString()).isEqualTo("MODEL_UNREADABLE");
        assertThat(listed.path("problem").path("message").asString()).contains(card.version(), "SHA-256");
        assertThat(listed.has("trained")).isFalse();
        Answer health = client().get("/actuator/health");
        assertThat(health.status()).isEqualTo(200);
        JsonNode models = health.json().path("components").path("trainedModels");
        assertThat(models.path("status").asString()).isEqualTo("UP");
        assertThat(models.path("details")
                        .path("MODEL_UNREADABLE")
                        .path("ML_XGB." + SYMBOL + ".M5")
                        .asString())
                .contains("SHA-256");

        folder.stopUsing(card.version());
        await().until(() -> !listed("ML_XGB").has("problem"));
        assertThat(isProxy("ML_XGB")).isTrue();
        assertThat(client().get("/actuator/health").text()).doesNotContain("MODEL_UNREADABLE");
    }

    private boolean isProxy(String code) {
        return listed(code).path("model").path("proxy").asBoolean();
    }

    private JsonNode listed(String code) {
        for (JsonNode model :
                client().get("/api/v1/brain/models?symbol=" + SYMBOL).json()) {
            if (model.path("strategy_code").asString().equals(code)) {
                return model;
            }
        }
        throw new AssertionError(code + " is not listed");
    }

    private void add(List<Candle> candles) {
        Answer answer =
                client().post("/api/v1/candles/" + SYMBOL, new AddCandlesRequest(Timeframe.M5, candles, "test"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private SuiteClient client() {
        return suite.with("trade:read", "trade:execute");
    }

    private static Instant openOf(JsonNode bar) {
        return Instant.parse(bar.path("open_time").asString());
    }
}
