package dev.tradesuite.brain.model.overlay.client;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.tradesuite.brain.model.overlay.OverlayAdvice;
import dev.tradesuite.contracts.brain.OpinionVerdict;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form an answer must have; the SDK makes a JSON schema of it. What the schema cannot say is checked here.
 *
 * @param verdict confirm, reduce or veto
 * @param sizeFactor 0 to 1
 * @param confidence 0 to 1
 * @param reasoning at most two sentences
 */
@JsonClassDescription("Review of a proposed position")
record OverlayAnswer(
        @JsonPropertyDescription("confirm, reduce or veto") @Nullable String verdict,
        @JsonPropertyDescription("Share of the proposed size to keep, from 0 to 1") @Nullable Double sizeFactor,
        @JsonPropertyDescription("How sure you are, from 0 to 1") @Nullable Double confidence,
        @JsonPropertyDescription("Why, in at most two sentences") @Nullable String reasoning) {

    /** The advice, or none when something is missing or out of its range. */
    OverlayAdvice advice(long tokens) {
        Optional<OpinionVerdict> known = known();
        if (known.isEmpty() || sizeFactor == null || confidence == null || reasoning == null) {
            return new OverlayAdvice.Withheld(
                    "the answer lacks a field, or its verdict is none of the three", null, tokens);
        }
        try {
            return new OverlayAdvice.Given(known.get(), sizeFactor, confidence, reasoning, tokens);
        } catch (IllegalArgumentException outOfRange) {
            return new OverlayAdvice.Withheld(String.valueOf(outOfRange.getMessage()), null, tokens);
        }
    }

    private Optional<OpinionVerdict> known() {
        if (verdict == null) {
            return Optional.empty();
        }
        return switch (verdict.toLowerCase(Locale.ROOT)) {
            case "confirm" -> Optional.of(OpinionVerdict.CONFIRM);
            case "reduce" -> Optional.of(OpinionVerdict.REDUCE);
            case "veto" -> Optional.of(OpinionVerdict.VETO);
            default -> Optional.empty();
        };
    }
}
