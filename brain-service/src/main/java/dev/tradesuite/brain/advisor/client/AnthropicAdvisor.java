package dev.tradesuite.brain.advisor.client;

import com.anthropic.client.AnthropicClient;
import com.anthropic.errors.AnthropicException;
import com.anthropic.errors.AnthropicInvalidDataException;
import com.anthropic.errors.AnthropicIoException;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.errors.RateLimitException;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.StopReason;
import com.anthropic.models.messages.StructuredMessage;
import com.anthropic.models.messages.StructuredMessageCreateParams;
import dev.tradesuite.brain.advisor.Advice;
import dev.tradesuite.brain.advisor.Advice.Why;
import dev.tradesuite.brain.advisor.Advisor;
import dev.tradesuite.brain.advisor.AdvisorPrompt;
import dev.tradesuite.brain.advisor.Briefing;

/** Asks Anthropic's Messages API, with the answer's JSON schema as output format. */
final class AnthropicAdvisor implements Advisor {

    private static final int MAX_TOKENS = 1_000;

    private final AnthropicClient client;
    private final String model;

    /** An advisor; the client carries key, address and time-out. */
    AnthropicAdvisor(AnthropicClient client, String model) {
        this.client = client;
        this.model = model;
    }

    @Override
    public String name() {
        return "anthropic";
    }

    @Override
    public String model() {
        return model;
    }

    @Override
    public Advice ask(Briefing briefing) {
        try {
            return advice(client.messages().create(params(briefing)));
        } catch (RateLimitException _) {
            return new Advice.Withheld(Why.RATE_LIMITED, "status 429");
        } catch (AnthropicServiceException refused) {
            return new Advice.Withheld(Why.FAILED, "status " + refused.statusCode());
        } catch (AnthropicIoException failure) {
            return new Advice.Withheld(
                    Timeouts.caused(failure) ? Why.TIMED_OUT : Why.FAILED,
                    "no answer: " + failure.getClass().getSimpleName());
        } catch (AnthropicInvalidDataException _) {
            return new Advice.Withheld(Why.MALFORMED, "the answer does not fit the schema");
        } catch (AnthropicException failure) {
            return new Advice.Withheld(Why.FAILED, failure.getClass().getSimpleName());
        }
    }

    private StructuredMessageCreateParams<AdvisorAnswer> params(Briefing briefing) {
        return MessageCreateParams.builder()
                .model(model)
                .maxTokens(MAX_TOKENS)
                .system(AdvisorPrompt.ROLE)
                .addUserMessage(AdvisorPrompt.about(briefing))
                .outputConfig(AdvisorAnswer.class)
                .build();
    }

    private static Advice advice(StructuredMessage<AdvisorAnswer> message) {
        StopReason stop = message.stopReason().orElse(StopReason.END_TURN);
        if (stop.equals(StopReason.REFUSAL)) {
            return new Advice.Withheld(Why.REFUSED, "the model declined");
        }
        if (!stop.equals(StopReason.END_TURN)) {
            return new Advice.Withheld(Why.MALFORMED, "the answer ended early: " + stop);
        }
        return message.content().stream()
                .flatMap(block -> block.text().stream())
                .findFirst()
                .map(text -> text.text().advice())
                .orElseGet(() -> new Advice.Withheld(Why.MALFORMED, "the answer is empty"));
    }
}
