package dev.tradesuite.orchestrator.webhook;

import dev.tradesuite.orchestrator.trade.DecisionDocument;
import dev.tradesuite.orchestrator.trade.DecisionService;
import dev.tradesuite.orchestrator.trade.Ticket;
import dev.tradesuite.orchestrator.trade.TradeIdea;
import dev.tradesuite.orchestrator.webhook.Webhooks.Seen;
import dev.tradesuite.support.idempotency.Claim;
import dev.tradesuite.support.problem.ProblemException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes alerts: each once, however often its sender repeats it. */
public final class AlertService {

    private final Webhooks webhooks;
    private final DecisionService decisions;
    private final Duration sameTextWindow;
    private final Duration sameIdWindow;
    private final Supplier<UUID> ids;

    /**
     * @param sameTextWindow time in which an alert without an id and with the same text is a repeat
     * @param sameIdWindow time in which an alert with the same id is a repeat
     */
    public AlertService(
            Webhooks webhooks,
            DecisionService decisions,
            Duration sameTextWindow,
            Duration sameIdWindow,
            Supplier<UUID> ids) {
        this.webhooks = webhooks;
        this.decisions = decisions;
        this.sameTextWindow = sameTextWindow;
        this.sameIdWindow = sameIdWindow;
        this.ids = ids;
    }

    /**
     * An alert that was read.
     *
     * @param id the sender's id of it; absent without one
     * @param textHash hash of what was sent
     * @param idea what it asks for
     */
    public record Alert(@Nullable String id, String textHash, TradeIdea idea) {

        String fingerprint() {
            return id == null ? "body:" + textHash : "id:" + id;
        }
    }

    /**
     * What became of an alert.
     *
     * @param first the alert, or the one it repeats
     * @param duplicate whether it is a repeat
     * @param decision on it; absent while the first one is still being decided
     */
    public record Taken(Seen first, boolean duplicate, @Nullable DecisionDocument decision) {}

    /** The webhook behind a token. */
    public Optional<Webhook> webhook(WebhookToken token) {
        return webhooks.find(token);
    }

    /** Decides on an alert, and executes it where the webhook says so. */
    public Taken take(Webhook webhook, Alert alert, Ticket ticket) {
        Seen seen = new Seen(ids.get(), ticket.decisionId(), ticket.requestedAt());
        // An id is told apart for long; the same text may be meant again soon.
        Duration window = alert.id == null ? sameTextWindow : sameIdWindow;
        Optional<Seen> first = webhooks.note(
                webhook.id(), alert.fingerprint(), seen, seen.receivedAt().plus(window));
        return first.isPresent()
                ? new Taken(
                        first.get(),
                        true,
                        decisions.find(first.get().decisionId()).orElse(null))
                : new Taken(seen, false, decided(webhook, alert, ticket));
    }

    private DecisionDocument decided(Webhook webhook, Alert alert, Ticket ticket) {
        try {
            return webhook.autoExecute()
                    ? decisions.execute(alert.idea, ticket, Claim.NONE)
                    : decisions.analyze(alert.idea, ticket);
        } catch (ProblemException e) {
            // Nothing was decided: the sender may mend it and send it again.
            webhooks.forget(webhook.id(), alert.fingerprint());
            throw e;
        } catch (RuntimeException e) {
            // An order may be on its way, and a repeat must not send another.
            if (!webhook.autoExecute()) {
                webhooks.forget(webhook.id(), alert.fingerprint());
            }
            throw e;
        }
    }
}
