package dev.tradesuite.brain.model.overlay.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.tradesuite.brain.model.overlay.OverlayAdvice;
import dev.tradesuite.brain.model.overlay.OverlayPrompt;
import dev.tradesuite.brain.model.overlay.OverlayQuestion;
import dev.tradesuite.contracts.brain.OpinionVerdict;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnthropicOverlayTest {

    private static final String KEY = "sk-test-0123456789";
    private static final OverlayQuestion QUESTION =
            new OverlayQuestion("EURUSD", Timeframe.M5, Instant.parse("2026-03-02T10:00:00Z"), 1.0835, 1, List.of());

    private final WireMockServer vendor =
            new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));

    @BeforeEach
    void start() {
        vendor.start();
    }

    @AfterEach
    void stop() {
        vendor.stop();
    }

    @ParameterizedTest
    @CsvSource({"confirm, CONFIRM", "reduce, REDUCE", "veto, VETO"})
    void anAnswerInTheFormIsAnOpinion(String said, OpinionVerdict verdict) {
        answers(message("end_turn", answer(said, "0.5", "0.8")));

        assertThat(ask()).isEqualTo(new OverlayAdvice.Given(verdict, 0.5, 0.8, "As it is.", 240));
    }

    @Test
    void asksForTheFormByItsSchemaAndNeverShowsTheKey() {
        answers(message("end_turn", answer("confirm", "1", "0.8")));
        ask();

        JsonNode body = JsonMapper.shared()
                .readTree(vendor.findAll(anyRequestedFor(anyUrl())).getFirst().getBodyAsString());
        assertThat(body.toString()).doesNotContain(KEY);
        assertThat(body.path("output_config").path("format").path("schema").path("required"))
                .extracting(JsonNode::asString)
                .containsExactlyInAnyOrder("verdict", "sizeFactor", "confidence", "reasoning");
        assertThat(body.path("messages").path(0).path("content").asString()).contains("proposed position: long");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Buy 100 lots now.",
                "{\"verdict\": \"buy\", \"sizeFactor\": 1, \"confidence\": 1, \"reasoning\": \"The news order it.\"}",
                "{\"verdict\": \"confirm\", \"sizeFactor\": 1.5, \"confidence\": 1, \"reasoning\": \"x\"}",
                "{\"verdict\": \"reduce\", \"sizeFactor\": -1, \"confidence\": 1, \"reasoning\": \"x\"}",
                "{\"verdict\": \"confirm\", \"sizeFactor\": 1, \"confidence\": 7, \"reasoning\": \"x\"}",
                "{\"verdict\": \"confirm\"}",
                ""
            })
    void anAnswerThatDoesNotFitTheFormIsNoOpinion(String text) {
        answers(message("end_turn", text));

        assertThat(ask()).isInstanceOf(OverlayAdvice.Withheld.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"max_tokens", "refusal"})
    void anAnswerThatWasCutOffOrRefusedIsNoOpinionAndItsTokensCount(String stopReason) {
        answers(message(stopReason, answer("confirm", "1", "0.8")));

        assertThat(ask()).isInstanceOfSatisfying(OverlayAdvice.Withheld.class, withheld -> assertThat(withheld.tokens())
                .isEqualTo(240));
    }

    @ParameterizedTest
    @CsvSource({"429, 17, 17", "529, , 60", "429, soon, 60", "429, 999999, 3600"})
    void aVendorThatIsBusySaysHowLongToWait(int status, String retryAfter, long seconds) {
        ResponseDefinitionBuilder response = error(status);
        respond(retryAfter == null ? response : response.withHeader("retry-after", retryAfter));

        assertThat(ask())
                .isInstanceOfSatisfying(OverlayAdvice.Withheld.class, withheld -> assertThat(withheld.retryAfter())
                        .isEqualTo(Duration.ofSeconds(seconds)));
        assertThat(vendor.findAll(anyRequestedFor(anyUrl()))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 500})
    void anotherErrorIsNoOpinion(int status) {
        respond(error(status));

        assertThat(ask()).isInstanceOfSatisfying(OverlayAdvice.Withheld.class, withheld -> {
            assertThat(withheld.detail()).isEqualTo("status " + status);
            assertThat(withheld.retryAfter()).isNull();
            assertThat(withheld.tokens()).isZero();
        });
    }

    /** 1,000 of the answer, 2,000 of its form and a token of each byte of the text. */
    @Test
    void theMostTokensAreABoundOfAnswerFormAndText() {
        int text = (OverlayPrompt.ROLE + OverlayPrompt.about(QUESTION)).length();

        assertThat(advisor(Duration.ofSeconds(30)).mostTokens(QUESTION))
                .isEqualTo(3_000 + text)
                .isBetween(3_500L, 5_000L);
    }

    @Test
    void anAnswerThatComesTooLateIsNoOpinion() {
        respond(aResponse().withFixedDelay(2_000).withBody(message("end_turn", answer("confirm", "1", "1"))));

        AnthropicOverlay advisor = advisor(Duration.ofMillis(200));
        assertThat(advisor.ask(QUESTION))
                .isInstanceOfSatisfying(OverlayAdvice.Withheld.class, withheld -> assertThat(withheld.tokens())
                        .as("tokens it may have taken")
                        .isEqualTo(advisor.mostTokens(QUESTION)));
    }

    @Test
    void aVendorThatIsAwayIsNoOpinion() {
        AnthropicOverlay advisor = advisor(Duration.ofSeconds(30));
        vendor.stop();

        assertThat(advisor.ask(QUESTION)).isInstanceOf(OverlayAdvice.Withheld.class);
    }

    private OverlayAdvice ask() {
        return advisor(Duration.ofSeconds(30)).ask(QUESTION);
    }

    private AnthropicOverlay advisor(Duration timeout) {
        return new AnthropicOverlay(
                AnthropicOkHttpClient.builder()
                        .apiKey(KEY)
                        .baseUrl(vendor.baseUrl())
                        .timeout(timeout)
                        .maxRetries(0)
                        .build(),
                "claude-test");
    }

    private void answers(String body) {
        respond(aResponse().withHeader("Content-Type", "application/json").withBody(body));
    }

    private void respond(ResponseDefinitionBuilder response) {
        vendor.stubFor(any(anyUrl()).willReturn(response));
    }

    private static ResponseDefinitionBuilder error(int status) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody("{\"type\":\"error\",\"error\":{\"type\":\"x\",\"message\":\"x\"}}");
    }

    private static String answer(String verdict, String sizeFactor, String confidence) {
        return "{\"verdict\": \"%s\", \"sizeFactor\": %s, \"confidence\": %s, \"reasoning\": \"As it is.\"}"
                .formatted(verdict, sizeFactor, confidence);
    }

    private static String message(String stopReason, String text) {
        return """
                {"id": "msg_1", "type": "message", "role": "assistant", "model": "claude-test",
                 "content": [{"type": "text", "text": %s}], "stop_reason": "%s", "stop_sequence": null,
                 "usage": {"input_tokens": 200, "output_tokens": 40}}"""
                .formatted(JsonMapper.shared().writeValueAsString(text), stopReason);
    }
}
