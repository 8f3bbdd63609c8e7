package dev.tradesuite.brain.model.overlay;

import dev.tradesuite.contracts.brain.OpinionVerdict;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of asking the language model. */
public sealed interface OverlayAdvice {

    /** Tokens the call took, read and written; the most it can have taken when nobody knows. */
    long tokens();

    /**
     * It answered in the form that was asked for.
     *
     * @param verdict what it says
     * @param sizeFraction share of the size to keep, 0 to 1
     * @param confidence how sure it is, 0 to 1
     * @param reasoning why
     */
    record Given(OpinionVerdict verdict, double sizeFraction, double confidence, String reasoning, long tokens)
            implements OverlayAdvice {

        public Given {
            if (!(sizeFraction >= 0 && sizeFraction <= 1 && confidence >= 0 && confidence <= 1)) {
                throw new IllegalArgumentException("size_factor and confidence must be from 0 to 1, were %s and %s"
                        .formatted(sizeFraction, confidence));
            }
        }
    }

    /**
     * There is no opinion.
     *
     * @param detail what went wrong; holds no key and no text of an answer
     * @param retryAfter how long it asks to be left alone; absent when it does not
     */
    record Withheld(String detail, @Nullable Duration retryAfter, long tokens) implements OverlayAdvice {}
}
