package dev.tradesuite.support.idempotency;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps keys and answers. Every method joins the transaction it is called in. */
public interface KeyStore {

    Optional<Entry> find(String client, String key);

    /** Adds a key; false when it is there already. Waits for a transaction under way that adds the same. */
    boolean insert(RequestKey key, @Nullable UUID subject, @Nullable String answer, Instant at);

    /** Leaves the answer of a key that was added without one. */
    void answer(String client, String key, String answer);

    /** Leaves the answer of the request about the subject; false when there is none, or it is answered. */
    boolean answer(UUID subject, String answer);

    /** Forgets keys older than this. */
    int forget(Instant before);

    /**
     * A key that was used.
     *
     * @param fingerprint of what was asked
     * @param subject what the request is about; absent when it needs none
     * @param answer absent while the request is under way, or when it is kept with the subject
     */
    record Entry(String fingerprint, @Nullable UUID subject, @Nullable String answer) {}
}
