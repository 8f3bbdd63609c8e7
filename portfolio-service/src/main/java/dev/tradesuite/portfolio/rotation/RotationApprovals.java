package dev.tradesuite.portfolio.rotation;

import dev.tradesuite.contracts.orchestrator.ApprovalState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Lays proposals before persons. */
public interface RotationApprovals {

    /**
     * What a person is asked.
     *
     * @param key by which the same question is known again
     * @param subject code of the strategy
     * @param account whose owner sees it; empty when it is about none, or about several
     * @param payload exactly what would happen
     * @param payloadHash of that
     * @param expiry until it can be decided no more
     */
    record Question(
            String key,
            String subject,
            Optional<String> account,
            String summary,
            Map<String, Object> payload,
            String payloadHash,
            List<Check> checks,
            Duration expiry) {}

    /** Something that was measured. */
    record Check(String name, boolean passed, String message) {}

    /** What became of a question. */
    sealed interface Answer {

        /**
         * It is asked, and stands so.
         *
         * @param by who decided; empty before that
         * @param reason in the words of that person
         */
        record Stands(UUID id, ApprovalState state, String payloadHash, Optional<String> by, Optional<String> reason)
                implements Answer {}

        /** There is no such approval. */
        record Unknown() implements Answer {}

        /** Nobody answers, or refuses; it is tried again. */
        record NotAsked(String why) implements Answer {}
    }

    /** Asks; a repeat with the same key is the same question. */
    Answer ask(Question question);

    /** Where an approval stands now. */
    Answer find(UUID approval);
}
