package dev.tradesuite.orchestrator.webhook.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.tradesuite.contracts.orchestrator.AlertResult;
import dev.tradesuite.contracts.orchestrator.TradeRequest;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.orchestrator.trade.Deadline;
import dev.tradesuite.orchestrator.trade.Ticket;
import dev.tradesuite.orchestrator.trade.web.TradeMapper;
import dev.tradesuite.orchestrator.webhook.AlertService;
import dev.tradesuite.orchestrator.webhook.AlertService.Alert;
import dev.tradesuite.orchestrator.webhook.AlertService.Taken;
import dev.tradesuite.orchestrator.webhook.Webhook;
import dev.tradesuite.orchestrator.webhook.WebhookSettings;
import dev.tradesuite.orchestrator.webhook.WebhookToken;
import dev.tradesuite.support.Ids;
import dev.tradesuite.support.Sha256;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

    private final AlertService service;
    private final AlertMapper alerts;
    private final TradeMapper trades;
    private final WebhookSettings settings;
    private final Validator validator;
    private final JsonMapper json;
    private final Clock clock;

    AlertController(
            AlertService service,
            AlertMapper alerts,
            TradeMapper trades,
            WebhookSettings settings,
            Validator validator,
            JsonMapper json,
            Clock clock) {
        this.service = service;
        this.alerts = alerts;
        this.trades = trades;
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
    @ApiResponse(
            responseCode = "200",
            description = "The decision on the alert, or on the one it repeats",
            content = @Content(schema = @Schema(implementation = AlertResult.class)))
    ResponseEntity<String> alert(@PathVariable String token, @RequestBody(required = false) byte @Nullable [] body) {
        Ticket ticket = Ticket.of(Ids.next(), clock.instant(), Deadline.in(settings.deadline()));
        Webhook webhook = service.webhook(new WebhookToken(token))
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "Nothing is here"));
        byte[] content = body == null ? new byte[0] : body;
        AlertMapper.ReadAlert alert = alerts.read(webhook, content);
        validate(alert.request());
        Taken taken = taken(
                webhook,
                new Alert(
                        alert.id(),
                        Sha256.hex(content),
                        webhook.autoExecute() ? trades.toExecute(alert.request()) : trades.toAnalyze(alert.request())),
                ticket);
        return ResponseEntity.ok(json.writeValueAsString(new WrittenAlert(
                taken.first().alertId(),
                taken.duplicate(),
                taken.decision() == null ? null : taken.decision().text(),
                taken.first().receivedAt())));
    }

    private Taken taken(Webhook webhook, Alert alert, Ticket ticket) {
        try {
            return service.take(webhook, alert, ticket);
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            // The address holds the secret, so the usual line in the log, which names it, is not for here.
            LOG.error("An alert of webhook {} failed", webhook.id(), e);
            throw new ProblemException(ProblemCode.INTERNAL, "The alert could not be handled; the log has the cause");
        }
    }

    private void validate(TradeRequest request) {
        Set<ConstraintViolation<TradeRequest>> violations = validator.validate(request);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
    }

    /** As the record of the contracts, with the decision as it is stored. */
    private record WrittenAlert(
            UUID alertId, boolean duplicate, @JsonRawValue @Nullable String decision, Instant receivedAt) {}
}
