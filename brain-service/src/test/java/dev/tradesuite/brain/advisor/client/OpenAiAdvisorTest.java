package dev.tradesuite.brain.advisor.client;

import static dev.tradesuite.brain.advisor.client.VendorApi.BRIEFING;
import static dev.tradesuite.brain.advisor.client.VendorApi.IMPATIENCE;
import static dev.tradesuite.brain.advisor.client.VendorApi.KEY;
import static dev.tradesuite.brain.advisor.client.VendorApi.PATIENCE;
import static dev.tradesuite.brain.advisor.client.VendorApi.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import com.openai.client.okhttp.OpenAIOkHttpClient;
import dev.tradesuite.brain.advisor.Advice;
import dev.tradesuite.brain.advisor.Advice.Why;
import dev.tradesuite.brain.advisor.Advisor;
import dev.tradesuite.brain.advisor.Objections;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class OpenAiAdvisorTest {

    private static final String GOOD = "{\"objectionToBuy\": 0, \"objectionToSell\": 1, \"reason\": \"Oversold.\"}";

    private final VendorApi api = new VendorApi();
    private final Advisor advisor = advisor(PATIENCE);

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void anAnswerInTheFormIsAnOpinion() {
        api.answers(200, completion("stop", quoted(GOOD), "null"));
        assertThat(advisor.ask(BRIEFING)).isEqualTo(new Advice.Given(new Objections(0, 1, "Oversold.")));
    }

    @Test
    void asksForTheFormByItsStrictSchema() {
        api.answers(200, completion("stop", quoted(GOOD), "null"));
        advisor.ask(BRIEFING);
        JsonNode body = api.requestBody();
        assertThat(api.request().getUrl()).isEqualTo("/chat/completions");
        assertThat(api.request().getHeader("Authorization")).isEqualTo("Bearer " + KEY);
        assertThat(body.toString()).doesNotContain(KEY);
        JsonNode format = body.path("response_format");
        assertThat(format.path("type").asString()).isEqualTo("json_schema");
        assertThat(format.path("json_schema").path("strict").asBoolean()).isTrue();
        assertThat(format.path("json_schema").path("schema").path("required"))
                .extracting(JsonNode::asString)
                .containsExactlyInAnyOrder("objectionToBuy", "objectionToSell", "reason");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELL! I mean buy.",
                "{\"objectionToBuy\": null, \"objectionToSell\": 0, \"reason\": \"x\"}",
                "{\"objectionToBuy\": 7, \"objectionToSell\": 0, \"reason\": \"x\"}",
                "[]",
                "{}"
            })
    void anAnswerThatDoesNotFitTheFormIsNoOpinion(String text) {
        api.answers(200, completion("stop", quoted(text), "null"));
        assertWithheld(Why.MALFORMED);
    }

    @Test
    void anAnswerThatWasCutOffIsNoOpinion() {
        api.answers(200, completion("length", quoted(GOOD), "null"));
        assertWithheld(Why.MALFORMED);
    }

    @Test
    void aRefusalIsNoOpinion() {
        api.answers(200, completion("stop", "null", "\"I cannot help with that.\""));
        assertWithheld(Why.REFUSED);
        api.answers(200, completion("content_filter", "null", "null"));
        assertWithheld(Why.REFUSED);
    }

    @Test
    void anAnswerWithoutChoicesIsNoOpinion() {
        api.answers(
                200,
                "{\"id\":\"c1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"gpt-5.4-mini\",\"choices\":[]}");
        assertWithheld(Why.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({"429, RATE_LIMITED", "500, FAILED", "503, FAILED", "401, FAILED", "404, FAILED"})
    void anErrorIsNoOpinionAndIsNotRepeatedAtOnce(int status, Why why) {
        api.answers(status, "{\"error\":{\"message\":\"x\",\"type\":\"x\"}}");
        assertWithheld(why);
        assertThat(api.requests()).isEqualTo(1);
    }

    @Test
    void anAnswerThatComesTooLateIsNoOpinion() {
        api.answersLate(completion("stop", quoted(GOOD), "null"));
        assertWithheld(Why.TIMED_OUT, advisor(IMPATIENCE));
    }

    private Advisor advisor(Duration timeout) {
        return new OpenAiAdvisor(
                OpenAIOkHttpClient.builder()
                        .apiKey(KEY)
                        .baseUrl(api.url())
                        .timeout(timeout)
                        .maxRetries(0)
                        .build(),
                "gpt-5.4-mini");
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

    private static String completion(String finishReason, String content, String refusal) {
        return """
                {"id": "c1", "object": "chat.completion", "created": 1772452800, "model": "gpt-5.4-mini",
                 "choices": [{"index": 0, "logprobs": null, "finish_reason": "%s",
                   "message": {"role": "assistant", "content": %s, "refusal": %s}}]}"""
                .formatted(finishReason, content, refusal);
    }
}
