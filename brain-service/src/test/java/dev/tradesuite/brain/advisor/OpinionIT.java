package dev.tradesuite.brain.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The opinions as a caller meets them. The tests have no key, so everybody is off. */
@SuiteIntegrationTest
class OpinionIT {

    @Autowired
    SuiteClient client;

    @Test
    void withoutAKeyEveryLanguageModelIsListedWithTheReason() {
        Answer answer = client.with("trade:read").get("/api/v1/brain/opinions?symbol=eurusd");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        JsonNode read = answer.json();
        assertThat(read.path("symbol").asString()).isEqualTo("EURUSD");
        assertThat(read.path("opinions"))
                .extracting(
                        opinion -> opinion.path("provider").asString(),
                        opinion -> opinion.path("role").asString(),
                        opinion -> opinion.path("state").asString(),
                        opinion -> opinion.path("missing").path("code").asString(),
                        opinion -> opinion.has("timeframe"))
                .containsExactly(
                        tuple("anthropic", "ADVISOR", "ABSENT", "ADVISOR_OFF", false),
                        tuple("openai", "ADVISOR", "ABSENT", "ADVISOR_OFF", false),
                        tuple("deepseek", "ADVISOR", "ABSENT", "ADVISOR_OFF", false),
                        tuple("anthropic", "OVERLAY", "ABSENT", "ADVISOR_OFF", false));
        assertThat(read.path("opinions"))
                .allSatisfy(
                        opinion -> assertThat(opinion.path("model").asString()).isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/brain/opinions",
                "/api/v1/brain/opinions?symbol=",
                "/api/v1/brain/opinions?symbol=NOPE",
                "/api/v1/brain/opinions?symbol=<b>EURUSD</b>"
            })
    void aBadSymbolIsNamed(String path) {
        Answer answer = client.with("trade:read").get(path.replace("<", "%3C").replace(">", "%3E"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors"))
                .extracting(error -> error.path("field").asString())
                .containsExactly("symbol");
    }

    @Test
    void readingTradesIsNeeded() {
        assertThat(client.with("trade:execute")
                        .get("/api/v1/brain/opinions?symbol=EURUSD")
                        .status())
                .isEqualTo(403);
    }
}
