package dev.tradesuite.brain.advisor.client;

import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIInvalidDataException;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.RateLimitException;
import dev.tradesuite.brain.advisor.Advice;
import dev.tradesuite.brain.advisor.Advice.Why;
import java.util.function.Supplier;

/** Turns what the OpenAI SDK throws into advice that was not given. */
final class OpenAiFailures {

    private OpenAiFailures() {}

    static Advice caught(Supplier<Advice> asking) {
        try {
            return asking.get();
        } catch (RateLimitException _) {
            return new Advice.Withheld(Why.RATE_LIMITED, "status 429");
        } catch (OpenAIServiceException refused) {
            return new Advice.Withheld(Why.FAILED, "status " + refused.statusCode());
        } catch (OpenAIIoException failure) {
            return new Advice.Withheld(
                    Timeouts.caused(failure) ? Why.TIMED_OUT : Why.FAILED,
                    "no answer: " + failure.getClass().getSimpleName());
        } catch (OpenAIInvalidDataException _) {
            return new Advice.Withheld(Why.MALFORMED, "the answer does not fit the schema");
        } catch (OpenAIException failure) {
            return new Advice.Withheld(Why.FAILED, failure.getClass().getSimpleName());
        }
    }
}
