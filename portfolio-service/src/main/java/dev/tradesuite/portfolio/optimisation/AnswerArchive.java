package dev.tradesuite.portfolio.optimisation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Keeps answers word for word, so that what was told can be read again. */
public interface AnswerArchive {

    /** What an answer is about. */
    enum Kind {
        WEIGHTS,
        FRONTIER
    }

    /**
     * An answer.
     *
     * @param method it was found by
     * @param text as it was given
     */
    record KeptAnswer(UUID id, Kind kind, String method, String inputHash, String text) {}

    void keep(KeptAnswer answer, Instant at);

    /** The text of an answer. */
    Optional<String> find(UUID id, Kind kind);

    /** Forgets what is older; tells how many. */
    int forgetBefore(Instant time);
}
