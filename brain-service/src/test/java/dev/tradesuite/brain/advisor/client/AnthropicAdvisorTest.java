package dev.tradesuite.brain.advisor.client;

import static dev.tradesuite.brain.advisor.client.VendorApi.BRIEFING;
import static dev.tradesuite.brain.advisor.client.VendorApi.IMPATIENCE;
import static dev.tradesuite.brain.advisor.client.VendorApi.KEY;
import static dev.tradesuite.brain.advisor.client.VendorApi.PATIENCE;
import static dev.tradesuite.brain.advisor.client.VendorApi.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import dev.tradesuite.brain.advisor.Advice;
import dev.tradesuite.brain.advisor.Advice.Why;
import dev.tradesuite.brain.advisor.Advisor;
import dev.tradesuite.brain.advisor.AdvisorPrompt;
import dev.tradesuite.brain.advisor.Objections;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AnthropicAdvisorTest {

    private static final String GOOD = "{\"objectionToBuy\": 0.4, \"objectionToSell\": 0, \"reason\": \"Overbought.\"}";

    private final VendorApi api = new VendorApi();
    private final Advisor advisor = advisor(PATIENCE);

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void anAnswerInTheFormIsAnOpinion() {
        api.answers(200, message("end_turn", GOOD));
        assertThat(advisor.ask(BRIEFING)).isEqualTo(new Advice.Given(new Objections(0.4, 0, "Overbought.")));
    }

    @Test
    void asksForTheFormByItsSchemaAndTellsNothingButReadings() {
        api.answers(200, message("end_turn", GOOD));
        advisor.ask(BRIEFING);
        JsonNode body = api.requestBody();
        assertThat(api.request().getUrl()).isEqualTo("/v1/messages");
        assertThat(api.request().getHeader("x-api-key")).isEqualTo(KEY);
        assertThat(body.toString()).doesNotContain(KEY);
        assertThat(body.path("model").asString()).isEqualTo("claude-sonnet-5");
        JsonNode format = body.path("output_config").path("format");
        assertThat(format.path("type").asString()).isEqualTo("json_schema");
        assertThat(format.path("schema").path("required"))
                .extracting(JsonNode::asString)
                .containsExactlyInAnyOrder("objectionToBuy", "objectionToSell", "reason");
        assertThat(body.path("messages").path(0).path("content").asString()).isEqualTo(AdvisorPrompt.about(BRIEFING));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I would not buy here.",
                "{\"objectionToBuy\": \"a lot\", \"objectionToSell\": 0, \"reason\": \"x\"}",
                "{\"objectionToBuy\": 1.4, \"objectionToSell\": 0, \"reason\": \"x\"}",
                "{\"objectionToBuy\": -1, \"objectionToSell\": 0, \"reason\": \"x\"}",
                "{\"objectionToBuy\": 0.4}",
                "{\"objectionToBuy\": 0.4, \"objectionToSell\": 0, \"reason\": \"\"}",
                "{\"objectionToBuy\": 0.4, \"objectionToSell",
                ""
            })
    void anAnswerThatDoesNotFitTheFormIsNoOpinion(String text) {
        api.answers(200, message("end_turn", text));
        assertWithheld(Why.MALFORMED);
    }

    @Test
    void anAnswerThatWasCutOffIsNoOpinionEvenIfItFits() {
        api.answers(200, message("max_tokens", GOOD));
        assertWithheld(Why.MALFORMED);
    }

    @Test
    void aRefusalIsNoOpinion() {
        api.answers(200, message("refusal", GOOD));
        assertWithheld(Why.REFUSED);
    }

    @ParameterizedTest
    @CsvSource({"429, RATE_LIMITED", "500, FAILED", "529, FAILED", "401, FAILED", "400, FAILED"})
    void anErrorIsNoOpinionAndIsNotRepeatedAtOnce(int status, Why why) {
        api.answers(status, "{\"type\":\"error\",\"error\":{\"type\":\"x\",\"message\":\"x\"}}");
        assertWithheld(why);
        assertThat(api.requests()).isEqualTo(1);
    }

    @Test
    void anAnswerThatComesTooLateIsNoOpinion() {
        api.answersLate(message("end_turn", GOOD));
        assertWithheld(Why.TIMED_OUT, advisor(IMPATIENCE));
    }

    @Test
    void aVendorThatIsAwayIsNoOpinion() {
        api.close();
        assertWithheld(Why.FAILED);
    }

    private Advisor advisor(Duration timeout) {
        return new AnthropicAdvisor(
                AnthropicOkHttpClient.builder()
                        .apiKey(KEY)
                        .baseUrl(api.url())
                        .timeout(timeout)
                        .maxRetries(0)
                        .build(),
                "claude-sonnet-5");
    }

    private void assertWithheld(Why why) {
        assertWithheld(why, advisor);
    }

    private static void assertWithheld(Why why, Advisor asked) {
        assertThat(asked.ask(BRIEFING)).isInstanceOfSatisfying(Advice.Withheld.class, withheld -> {
            assertThat(withheld.why()).isEqualTo(why);
            assertThat(withheld.detail()).doesNotContain(KEY);
        });
    }

    private static String message(String stopReason, String text) {
        return """
                {"id": "msg_1", "type": "message", "role": "assistant", "model": "claude-sonnet-5",
                 "content": [{"type": "text", "text": %s}], "stop_reason": "%s", "stop_sequence": null,
                 "usage": {"input_tokens": 200, "output_tokens": 40}}"""
                .formatted(quoted(text), stopReason);
    }
}
