package dev.tradesuite.signals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Which models there are. */
class ModelListIT extends BookedModelsIT {

    @Test
    void listsTheModelsWithTheirVersions() {
        JsonNode models = get("/api/models");

        assertThat(fields(models)).containsExactlyInAnyOrder("symbol", "timeframe", "run", "label", "models");
        assertThat(models.path("symbol").asString()).isEqualTo(SYMBOL);
        assertThat(models.path("run").asInt()).isZero();
        assertThat(models.path("label").asString()).isEqualTo("SIMULATED");
        assertThat(texts(models.path("models"), "strategy_code")).isEqualTo(BookedModels.CODES);
        assertThat(texts(models.path("models"), "strategy_type")).containsExactly("RL", "ML", "ML", "LLM", "ENSEMBLE");
        assertThat(fields(models.at("/models/0")))
                .containsExactlyInAnyOrder("strategy_code", "strategy_name", "strategy_type", "model_version", "proxy");
        assertThat(models.at("/models/0/model_version").asString()).isEqualTo("rule-1");
        assertThat(models.at("/models/0/proxy").asBoolean()).isTrue();
    }
}
