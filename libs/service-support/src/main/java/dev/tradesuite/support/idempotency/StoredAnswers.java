package dev.tradesuite.support.idempotency;

import java.util.Optional;
import java.util.UUID;

/** Knows the answers of requests whose subject is stored by the service itself, so that no key needs a copy of them. */
public interface StoredAnswers {

    /** The answer of the request about the subject; empty when it is not about it, or not done yet. */
    Optional<String> find(UUID subject);
}
