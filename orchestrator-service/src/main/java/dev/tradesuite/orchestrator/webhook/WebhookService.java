package dev.tradesuite.orchestrator.webhook;

import dev.tradesuite.contracts.orchestrator.WebhookMode;
import dev.tradesuite.instruments.Lots;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes, lists and removes webhooks. */
public final class WebhookService {

    private final Webhooks webhooks;
    private final String defaultAccount;
    private final Supplier<UUID> ids;
    private final Clock clock;

    /** @param defaultAccount account of a webhook that names none */
    public WebhookService(Webhooks webhooks, String defaultAccount, Supplier<UUID> ids, Clock clock) {
        this.webhooks = webhooks;
        this.defaultAccount = defaultAccount;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What a new webhook is to be.
     *
     * @param strategy name of the strategy
     * @param accountId account it trades on; absent: the usual one
     * @param riskPercent of its trades; absent: the setting's
     * @param autoExecute whether an alert that leads to PROCEED is executed
     * @param mode what an alert is that enters a position
     * @param maxLots largest size an alert may state for itself; absent: its own size is not used
     * @param createdBy who makes it
     */
    public record Wanted(
            String strategy,
            @Nullable String accountId,
            @Nullable BigDecimal riskPercent,
            boolean autoExecute,
            WebhookMode mode,
            @Nullable Lots maxLots,
            String createdBy) {}

    /**
     * A new webhook.
     *
     * @param webhook what it is
     * @param token told this once
     */
    public record Made(Webhook webhook, WebhookToken token) {}

    /** Makes a webhook with a token of its own. */
    public Made make(Wanted wanted) {
        WebhookToken token = WebhookToken.random();
        Webhook webhook = new Webhook(
                ids.get(),
                wanted.strategy,
                wanted.accountId == null ? defaultAccount : wanted.accountId,
                wanted.riskPercent,
                wanted.autoExecute,
                wanted.mode,
                wanted.maxLots,
                wanted.createdBy,
                clock.instant(),
                null);
        webhooks.add(webhook, token.hash());
        return new Made(webhook, token);
    }

    /** All webhooks, newest first. */
    public List<Webhook> all() {
        return webhooks.all();
    }

    /** Removes a webhook; false when there is none. */
    public boolean remove(UUID id) {
        return webhooks.remove(id);
    }
}
