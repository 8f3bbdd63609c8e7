package dev.tradesuite.brain.advisor.client;

import com.openai.client.OpenAIClient;
import com.openai.core.JsonValue;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletion.Choice.FinishReason;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionNamedToolChoice;
import dev.tradesuite.brain.advisor.Advice;
import dev.tradesuite.brain.advisor.Advice.Why;
import dev.tradesuite.brain.advisor.Advisor;
import dev.tradesuite.brain.advisor.AdvisorPrompt;
import dev.tradesuite.brain.advisor.Briefing;
import java.util.Map;

/**
 * Asks DeepSeek through OpenAI's SDK.
 *
 * <p>DeepSeek knows no schema as response format, so the answer is the argument of a function it has to call. Thinking
 * is off, because it excludes naming the function to call.
 */
final class DeepSeekAdvisor implements Advisor {

    private static final int MAX_TOKENS = 1_000;
    private static final String FUNCTION = AdvisorAnswer.class.getSimpleName();

    private final OpenAIClient client;
    private final String model;

    /** An advisor; the client carries key, address and time-out. */
    DeepSeekAdvisor(OpenAIClient client, String model) {
        this.client = client;
        this.model = model;
    }

    @Override
    public String name() {
        return "deepseek";
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public Advice ask(Briefing briefing) {
        return OpenAiFailures.caught(() -> advice(client.chat().completions().create(params(briefing))));
    }

    @SuppressWarnings("deprecation") // max_tokens: the newer name is not known to DeepSeek
    private ChatCompletionCreateParams params(Briefing briefing) {
        return ChatCompletionCreateParams.builder()
                .model(model)
                .maxTokens(MAX_TOKENS)
                .addSystemMessage(AdvisorPrompt.ROLE)
                .addUserMessage(AdvisorPrompt.about(briefing))
                .addTool(AdvisorAnswer.class)
                .toolChoice(ChatCompletionNamedToolChoice.builder()
                        .function(ChatCompletionNamedToolChoice.Function.builder()
                                .name(FUNCTION)
                                .build())
                        .build())
                .putAdditionalBodyProperty("thinking", JsonValue.from(Map.of("type", "disabled")))
                .build();
    }

    private static Advice advice(ChatCompletion completion) {
        return completion.choices().stream()
                .findFirst()
                .map(DeepSeekAdvisor::advice)
                .orElseGet(() -> new Advice.Withheld(Why.MALFORMED, "the answer is empty"));
    }

    private static Advice advice(ChatCompletion.Choice choice) {
        if (choice.message().refusal().isPresent() || choice.finishReason().equals(FinishReason.CONTENT_FILTER)) {
            return new Advice.Withheld(Why.REFUSED, "the model declined");
        }
        if (choice.finishReason().equals(FinishReason.LENGTH)) {
            return new Advice.Withheld(Why.MALFORMED, "the answer ended early: " + choice.finishReason());
        }
        return choice.message().toolCalls().stream()
                .flatMap(calls -> calls.stream())
                .flatMap(call -> call.function().stream())
                .map(ChatCompletionMessageFunctionToolCall::function)
                .filter(function -> function.name().equals(FUNCTION))
                .findFirst()
                .map(function -> function.arguments(AdvisorAnswer.class).advice())
                .orElseGet(() -> new Advice.Withheld(Why.MALFORMED, "the function was not called"));
    }
}
