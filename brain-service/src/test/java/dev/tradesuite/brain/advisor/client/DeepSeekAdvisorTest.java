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

class DeepSeekAdvisorTest {

    private static final String GOOD = "{\"objectionToBuy\": 0.2, \"objectionToSell\": 0.3, \"reason\": \"Mixed.\"}";

    private final VendorApi api = new VendorApi();
    private final Advisor advisor = advisor(PATIENCE);

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void theArgumentsOfTheFunctionCallAreTheOpinion() {
        api.answers(200, call("AdvisorAnswer", GOOD));
        assertThat(advisor.ask(BRIEFING)).isEqualTo(new Advice.Given(new Objections(0.2, 0.3, "Mixed.")));
    }

    @Test
    void asksForACallOfTheOneFunctionWithoutThinking() {
        api.answers(200, call("AdvisorAnswer", GOOD));
        advisor.ask(BRIEFING);
        JsonNode body = api.requestBody();
        assertThat(body.toString()).doesNotContain(KEY);
        assertThat(body.path("tool_choice").path("function").path("name").asString())
                .isEqualTo("AdvisorAnswer");
        assertThat(body.path("thinking").path("type").asString()).isEqualTo("disabled");
        JsonNode function = body.path("tools").path(0).path("function");
        assertThat(function.path("name").asString()).isEqualTo("AdvisorAnswer");
        assertThat(function.path("strict").asBoolean()).isTrue();
        assertThat(function.path("parameters").path("required"))
                .extracting(JsonNode::asString)
                .containsExactlyInAnyOrder("objectionToBuy", "objectionToSell", "reason");
    }

    @Test
    void textBesideTheFunctionIsNeverRead() {
        api.answers(200, text(GOOD));
        assertWithheld(Why.MALFORMED);
        api.answers(200, call("SomethingElse", GOOD));
        assertWithheld(Why.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"buy", "{\"objectionToBuy\": 2, \"objectionToSell\": 0, \"reason\": \"x\"}", "{}"})
    void argumentsThatDoNotFitTheFormAreNoOpinion(String arguments) {
        api.answers(200, call("AdvisorAnswer", arguments));
        assertWithheld(Why.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({"429, RATE_LIMITED", "402, FAILED", "503, FAILED"})
    void anErrorIsNoOpinion(int status, Why why) {
        api.answers(status, "{\"error\":{\"message\":\"x\"}}");
        assertWithheld(why);
    }

    @Test
    void anAnswerThatComesTooLateIsNoOpinion() {
        api.answersLate(call("AdvisorAnswer", GOOD));
        assertWithheld(Why.TIMED_OUT, advisor(IMPATIENCE));
    }

    private Advisor advisor(Duration timeout) {
        return new DeepSeekAdvisor(
                OpenAIOkHttpClient.builder()
                        .apiKey(KEY)
                        .baseUrl(api.url())
                        .timeout(timeout)
                        .maxRetries(0)
                        .build(),
                "deepseek-v4-flash");
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

    private static String call(String function, String arguments) {
        return completion(
                "tool_calls",
                """
                {"role": "assistant", "content": null, "refusal": null, "tool_calls": [
                  {"id": "call_1", "type": "function", "function": {"name": "%s", "arguments": %s}}]}"""
                        .formatted(function, quoted(arguments)));
    }

    private static String text(String content) {
        return completion(
                "stop", "{\"role\": \"assistant\", \"content\": %s, \"refusal\": null}".formatted(quoted(content)));
    }

    private static String completion(String finishReason, String message) {
        return """
                {"id": "c1", "object": "chat.completion", "created": 1772452800, "model": "deepseek-v4-flash",
                 "choices": [{"index": 0, "logprobs": null, "finish_reason": "%s", "message": %s}]}"""
                .formatted(finishReason, message);
    }
}
