package dev.tradesuite.brain.model.overlay.client;

import com.anthropic.client.AnthropicClient;
import com.anthropic.errors.AnthropicException;
import com.anthropic.errors.AnthropicInvalidDataException;
import com.anthropic.errors.AnthropicIoException;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.StopReason;
import com.anthropic.models.messages.StructuredMessage;
import com.anthropic.models.messages.StructuredMessageCreateParams;
import dev.tradesuite.brain.model.overlay.OverlayAdvice;
import dev.tradesuite.brain.model.overlay.OverlayAdvisor;
import dev.tradesuite.brain.model.overlay.OverlayPrompt;
import dev.tradesuite.brain.model.overlay.OverlayQuestion;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks Anthropic's Messages API, with the answer's JSON schema as output format. */
final class AnthropicOverlay implements OverlayAdvisor {

    private static final int MAX_TOKENS = 1_000;
    /** More than the schema of the answer and the frame of a message take. */
    private static final int FORM_TOKENS = 2_000;
    /** A pause that is asked for in a form nobody can read is this long. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final AnthropicClient client;
    private final String model;

    /** An advisor; the client carries key, address and time-out. */
    AnthropicOverlay(AnthropicClient client, String model) {
        this.client = client;
        this.model = model;
    }

    @Override
    public String model() {
        return model;
    }

    /** A token of text is at least one byte of it. */
    @Override
    public long mostTokens(OverlayQuestion question) {
        String text = OverlayPrompt.ROLE + OverlayPrompt.about(question);
        return (long) MAX_TOKENS + FORM_TOKENS + text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public OverlayAdvice ask(OverlayQuestion question) {
        try {
            return advice(client.messages().create(params(question)));
        } catch (AnthropicServiceException refused) {
            return new OverlayAdvice.Withheld("status " + refused.statusCode(), pause(refused), 0);
        } catch (AnthropicIoException failure) {
            return unknown("no answer: " + failure.getClass().getSimpleName(), question);
        } catch (AnthropicInvalidDataException _) {
            return unknown("the answer does not fit the schema", question);
        } catch (AnthropicException failure) {
            return unknown(failure.getClass().getSimpleName(), question);
        }
    }

    private StructuredMessageCreateParams<OverlayAnswer> params(OverlayQuestion question) {
        return MessageCreateParams.builder()
                .model(model)
                .maxTokens(MAX_TOKENS)
                .system(OverlayPrompt.ROLE)
                .addUserMessage(OverlayPrompt.about(question))
                .outputConfig(OverlayAnswer.class)
                .build();
    }

    private static OverlayAdvice advice(StructuredMessage<OverlayAnswer> message) {
        long tokens = message.usage().inputTokens() + message.usage().outputTokens();
        StopReason stop = message.stopReason().orElse(StopReason.END_TURN);
        if (stop.equals(StopReason.REFUSAL)) {
            return new OverlayAdvice.Withheld("the model declined", null, tokens);
        }
        if (!stop.equals(StopReason.END_TURN)) {
            return new OverlayAdvice.Withheld("the answer ended early: " + stop, null, tokens);
        }
        return message.content().stream()
                .flatMap(block -> block.text().stream())
                .findFirst()
                .map(text -> text.text().advice(tokens))
                .orElseGet(() -> new OverlayAdvice.Withheld("the answer is empty", null, tokens));
    }

    /** How long a vendor that is rate limiting (429) or overloaded (529) wants to be left alone. */
    private static @Nullable Duration pause(AnthropicServiceException refused) {
        if (refused.statusCode() != 429 && refused.statusCode() != 529) {
            return null;
        }
        List<String> stated = refused.headers().values("retry-after");
        if (stated.isEmpty()) {
            return PAUSE;
        }
        try {
            return Duration.ofSeconds(
                    Math.clamp(Long.parseLong(stated.getFirst().strip()), 1L, 3_600L));
        } catch (NumberFormatException _) {
            return PAUSE;
        }
    }

    /** The vendor may have read and written all the same, and does not say how much. */
    private OverlayAdvice unknown(String detail, OverlayQuestion question) {
        return new OverlayAdvice.Withheld(detail, null, mostTokens(question));
    }
}
