package dev.tradesuite.orchestrator.webhook;

import dev.tradesuite.contracts.orchestrator.Decision;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.orchestrator.trade.Deadline;
import dev.tradesuite.orchestrator.trade.DecisionDocument;
import dev.tradesuite.orchestrator.trade.DecisionService;
import dev.tradesuite.orchestrator.trade.DecisionService.Settled;
import dev.tradesuite.orchestrator.trade.Ticket;
import dev.tradesuite.orchestrator.trade.TradeDecision;
import dev.tradesuite.orchestrator.trade.TradeIdea;
import dev.tradesuite.orchestrator.webhook.Webhooks.Seen;
import dev.tradesuite.support.problem.ProblemException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes alerts: each once, however often its sender repeats it. */
public final class AlertService {

    private final Webhooks webhooks;
    private final DecisionService decisions;
    private final AlertTurns turns;
    private final Duration sameTextWindow;
    private final Duration sameIdWindow;
    private final Supplier<UUID> ids;

    /**
     * @param sameTextWindow time in which an alert that says the same, without an id or the time of a bar, is a repeat
     * @param sameIdWindow time in which one that says the same with the same id, or of the same bar, is a repeat
     */
    public AlertService(
            Webhooks webhooks,
            DecisionService decisions,
            AlertTurns turns,
            Duration sameTextWindow,
            Duration sameIdWindow,
            Supplier<UUID> ids) {
        this.webhooks = webhooks;
        this.decisions = decisions;
        this.turns = turns;
        this.sameTextWindow = sameTextWindow;
        this.sameIdWindow = sameIdWindow;
        this.ids = ids;
    }

    /**
     * An alert that was read.
     *
     * @param key what it says, with the sender's id of it where there is one: the same of two alerts means that the
     *     second is a repeat
     * @param dated whether the key names the alert for good, by an id or the time of a bar
     * @param exit how to leave a position, first; absent: none is to be left
     * @param entry how to enter one, then; absent: none is to be entered
     * @param spacing time in which the same may not be meant again, as far as that is known; absent: it is not
     */
    public record Alert(
            String key,
            boolean dated,
            @Nullable TradeIdea exit,
            @Nullable TradeIdea entry,
            @Nullable Duration spacing) {

        boolean isReversal() {
            return exit != null && entry != null;
        }
    }

    /**
     * What became of an alert.
     *
     * @param first the alert, or the one it repeats
     * @param duplicate whether it is a repeat
     * @param decision on it; absent while the first one is still being decided
     * @param exit decision on leaving the position before; a reversal only
     */
    public record Taken(
            Seen first, boolean duplicate, @Nullable DecisionDocument decision, @Nullable DecisionDocument exit) {}

    /** The webhook behind a token. */
    public Optional<Webhook> webhook(WebhookToken token) {
        return webhooks.find(token);
    }

    /** Decides on an alert, and executes it where the webhook says so. */
    public Taken take(Webhook webhook, Alert alert, Ticket ticket) {
        Seen seen =
                new Seen(ids.get(), ticket.decisionId(), alert.isReversal() ? ids.get() : null, ticket.requestedAt());
        Optional<Seen> first =
                webhooks.note(webhook.id(), alert.key, seen, seen.receivedAt().plus(window(alert)));
        return first.map(this::repeat).orElseGet(() -> decided(webhook, alert, seen, ticket));
    }

    /** An id or a bar is told apart for long; the same words may be meant again soon, but not within their candle. */
    private Duration window(Alert alert) {
        if (alert.dated) {
            return sameIdWindow;
        }
        return alert.spacing == null || alert.spacing.compareTo(sameTextWindow) < 0 ? sameTextWindow : alert.spacing;
    }

    private Taken repeat(Seen first) {
        UUID exit = first.exitDecisionId();
        return new Taken(
                first,
                true,
                decisions.find(first.decisionId()).or(() -> find(exit)).orElse(null),
                find(exit).orElse(null));
    }

    private Optional<DecisionDocument> find(@Nullable UUID decision) {
        return Optional.ofNullable(decision).flatMap(decisions::find);
    }

    private Taken decided(Webhook webhook, Alert alert, Seen seen, Ticket ticket) {
        try {
            Ticket asked = ticket.of(webhook.createdBy());
            return turns.inTurn(ticket.deadline(), () -> decided(alert, webhook.autoExecute(), seen, asked));
        } catch (ProblemException e) {
            // Nothing was decided: the sender may mend it and send it again.
            webhooks.forget(webhook.id(), alert.key);
            throw e;
        } catch (RuntimeException e) {
            // An order may be on its way, and a repeat must not send another.
            if (!webhook.autoExecute()) {
                webhooks.forget(webhook.id(), alert.key);
            }
            throw e;
        }
    }

    private Taken decided(Alert alert, boolean execute, Seen seen, Ticket ticket) {
        if (alert.exit == null) {
            TradeIdea entry = Objects.requireNonNull(alert.entry);
            return new Taken(
                    seen, false, decisions.settle(entry, ticket, execute).document(), null);
        }
        UUID exitId = Objects.requireNonNullElse(seen.exitDecisionId(), seen.decisionId());
        // An exit that is late is better than none.
        Settled exit = decisions.settle(alert.exit, Ticket.of(exitId, ticket.requestedAt(), Deadline.none()), execute);
        if (alert.entry == null) {
            return new Taken(seen, false, exit.document(), null);
        }
        boolean left = execute ? isLeft(exit.decision()) : mayBeLeft(exit.decision());
        return new Taken(
                seen,
                false,
                left ? decisions.settle(alert.entry, ticket, execute).document() : exit.document(),
                exit.document());
    }

    /** Whether nothing of the position is there any more, so that the other one may be entered. */
    private static boolean isLeft(TradeDecision exit) {
        return hadNothing(exit) || (exit.order() != null && exit.order().status() == OrderStatus.FILLED);
    }

    private static boolean mayBeLeft(TradeDecision exit) {
        return hadNothing(exit) || exit.outcome().decision() == Decision.PROCEED;
    }

    private static boolean hadNothing(TradeDecision exit) {
        return exit.outcome().reasons().stream()
                .anyMatch(reason -> reason.code().equals(TradeReason.NOTHING_TO_REDUCE.name()));
    }
}
