package dev.tradesuite.orchestrator.webhook.web;

import dev.tradesuite.contracts.orchestrator.AlertResult;
import dev.tradesuite.contracts.orchestrator.TradeDecision;
import dev.tradesuite.contracts.orchestrator.TradeRequest;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.orchestrator.trade.Deadline;
import dev.tradesuite.orchestrator.trade.Ticket;
import dev.tradesuite.orchestrator.trade.wire.DecisionDesk;
import dev.tradesuite.orchestrator.trade.wire.TradeReader;
import dev.tradesuite.orchestrator.webhook.Webhook;
import dev.tradesuite.orchestrator.webhook.WebhookToken;
import dev.tradesuite.orchestrator.webhook.Webhooks;
import dev.tradesuite.orchestrator.webhook.Webhooks.Seen;
import dev.tradesuite.orchestrator.webhook.web.AlertReader.Alert;
import dev.tradesuite.support.Ids;
import dev.tradesuite.support.Sha256;
import dev.tradesuite.support.idempotency.Claim;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Takes alerts. The token in the address stands for a bearer token, and a decision is there within the deadline. */
@RestController
class AlertController {

    private static final Logger LOG = LoggerFactory.getLogger(AlertController.class);

    private final Webhooks webhooks;
    private final AlertReader alerts;
    private final TradeReader trades;
    private final DecisionDesk desk;
    private final AlertSettings settings;
    private final Validator validator;
    private final JsonMapper json;
    private final Clock clock;

    AlertController(
            Webhooks webhooks,
            AlertReader alerts,
            TradeReader trades,
            DecisionDesk desk,
            AlertSettings settings,
            Validator validator,
            JsonMapper json,
            Clock clock) {
        this.webhooks = webhooks;
        this.alerts = alerts;
        this.trades = trades;
        this.desk = desk;
        this.settings = settings;
        this.validator = validator;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping(
            path = WebhookController.PATH + "/{token}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_PLAIN_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("permitAll()")
    @Operation(summary = "Take an alert: JSON, or text such as BUY EURUSD 1.0835")
    AlertResult alert(@PathVariable String token, @RequestBody(required = false) byte[] body) {
        Ticket ticket = Ticket.of(Ids.next(), clock.instant(), Deadline.in(settings.deadline()));
        Webhook webhook = webhooks.find(new WebhookToken(token))
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "Nothing is here"));
        byte[] content = body == null ? new byte[0] : body;
        Alert alert = alerts.read(webhook, content);
        validate(alert.request());

        String fingerprint = fingerprint(alert, content);
        Seen seen = new Seen(Ids.next(), ticket.decisionId(), ticket.requestedAt());
        Optional<Seen> first = webhooks.note(webhook.id(), fingerprint, seen, expiry(alert, seen.receivedAt()));
        if (first.isPresent()) {
            return repeated(first.get());
        }
        return new AlertResult(seen.alertId(), false, decision(webhook, fingerprint, alert, ticket), seen.receivedAt());
    }

    private TradeDecision decision(Webhook webhook, String fingerprint, Alert alert, Ticket ticket) {
        try {
            return read(
                    webhook.autoExecute()
                            ? desk.execute(trades.toExecute(alert.request()), ticket, Claim.NONE)
                            : desk.analyze(trades.toAnalyze(alert.request()), ticket));
        } catch (ProblemException e) {
            webhooks.forget(webhook.id(), fingerprint);
            throw e;
        } catch (RuntimeException e) {
            // The address holds the secret, so the usual line in the log, which names it, is not for here.
            LOG.error("An alert of webhook {} failed", webhook.id(), e);
            if (!webhook.autoExecute()) {
                webhooks.forget(webhook.id(), fingerprint);
            }
            throw new ProblemException(ProblemCode.INTERNAL, "The alert could not be handled; the log has the cause");
        }
    }

    private AlertResult repeated(Seen first) {
        return new AlertResult(
                first.alertId(),
                true,
                desk.find(first.decisionId()).map(this::read).orElse(null),
                first.receivedAt());
    }

    private TradeDecision read(String document) {
        return json.readValue(document, TradeDecision.class);
    }

    private void validate(TradeRequest request) {
        Set<ConstraintViolation<TradeRequest>> violations = validator.validate(request);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
    }

    private static String fingerprint(Alert alert, byte[] body) {
        return alert.id() == null ? "body:" + Sha256.hex(body) : "id:" + alert.id();
    }

    /** An id is told apart for long; the same text may be meant again soon. */
    private Instant expiry(Alert alert, Instant receivedAt) {
        Duration window = alert.id() == null ? settings.sameTextWindow() : settings.sameIdWindow();
        return receivedAt.plus(window);
    }
}
