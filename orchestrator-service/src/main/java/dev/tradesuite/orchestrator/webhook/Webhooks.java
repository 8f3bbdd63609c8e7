package dev.tradesuite.orchestrator.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps webhooks and the alerts of late. */
public interface Webhooks {

    /** Adds a webhook under the hash of its token. */
    void add(Webhook webhook, byte[] tokenHash);

    /** All webhooks, newest first. */
    List<Webhook> all();

    /** The webhook of a token. */
    Optional<Webhook> find(WebhookToken token);

    /** Removes a webhook; false when there is none. Its token is worth nothing from then on. */
    boolean remove(UUID id);

    /**
     * Takes note of an alert, once: of several that come at the same time one is the first.
     *
     * @param expiresAt until when the same again is a repeat
     * @return the first alert, when this one repeats it; empty when this one is the first
     */
    Optional<Seen> note(UUID webhookId, String fingerprint, Seen alert, Instant expiresAt);

    /** Forgets an alert nothing came of, so that it may come again. */
    void forget(UUID webhookId, String fingerprint);

    /** Forgets alerts whose repeats are no repeats any more, a part of them at a time; returns how many. */
    int forgetExpired(Instant now);

    /**
     * An alert that came in.
     *
     * @param alertId names it
     * @param decisionId names the decision on it
     * @param exitDecisionId names the decision on leaving the position before; a reversal only
     * @param receivedAt when it came in
     */
    record Seen(UUID alertId, UUID decisionId, @Nullable UUID exitDecisionId, Instant receivedAt) {}
}
