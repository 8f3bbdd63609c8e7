package dev.tradesuite.brain.advisor.client;

import com.openai.client.OpenAIClient;
import com.openai.models.chat.completions.ChatCompletion.Choice.FinishReason;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.StructuredChatCompletion;
import com.openai.models.chat.completions.StructuredChatCompletionCreateParams;
import dev.tradesuite.brain.advisor.Advice;
import dev.tradesuite.brain.advisor.Advice.Why;
import dev.tradesuite.brain.advisor.Advisor;
import dev.tradesuite.brain.advisor.AdvisorPrompt;
import dev.tradesuite.brain.advisor.Briefing;

/** Asks OpenAI's chat completions, with the answer's JSON schema as strict response format. */
final class OpenAiAdvisor implements Advisor {

    private static final int MAX_TOKENS = 2_000;

    private final OpenAIClient client;
    private final String model;

    /** An advisor; the client carries key, address and time-out. */
    OpenAiAdvisor(OpenAIClient client, String model) {
        this.client = client;
        this.model = model;
    }

    @Override
    public String name() {
        return "openai";
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public Advice ask(Briefing briefing) {
        return OpenAiFailures.caught(() -> advice(client.chat().completions().create(params(briefing))));
    }

    private StructuredChatCompletionCreateParams<AdvisorAnswer> params(Briefing briefing) {
        return ChatCompletionCreateParams.builder()
                .model(model)
                .maxCompletionTokens(MAX_TOKENS)
                .addSystemMessage(AdvisorPrompt.ROLE)
                .addUserMessage(AdvisorPrompt.about(briefing))
                .responseFormat(AdvisorAnswer.class)
                .build();
    }

    private static Advice advice(StructuredChatCompletion<AdvisorAnswer> completion) {
        return completion.choices().stream()
                .findFirst()
                .map(OpenAiAdvisor::advice)
                .orElseGet(() -> new Advice.Withheld(Why.MALFORMED, "the answer is empty"));
    }

    private static Advice advice(StructuredChatCompletion.Choice<AdvisorAnswer> choice) {
        if (choice.message().refusal().isPresent() || choice.finishReason().equals(FinishReason.CONTENT_FILTER)) {
            return new Advice.Withheld(Why.REFUSED, "the model declined");
        }
        if (!choice.finishReason().equals(FinishReason.STOP)) {
            return new Advice.Withheld(Why.MALFORMED, "the answer ended early: " + choice.finishReason());
        }
        return choice.message()
                .content()
                .map(AdvisorAnswer::advice)
                .orElseGet(() -> new Advice.Withheld(Why.MALFORMED, "the answer is empty"));
    }
}
