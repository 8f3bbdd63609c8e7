package dev.tradesuite.orchestrator.webhook.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.tradesuite.contracts.orchestrator.AlertResult;
import dev.tradesuite.contracts.orchestrator.TradeRequest;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.orchestrator.trade.Deadline;
import dev.tradesuite.orchestrator.trade.DecisionDocument;
import dev.tradesuite.orchestrator.trade.Ticket;
import dev.tradesuite.orchestrator.webhook.AlertService;
import dev.tradesuite.orchestrator.webhook.AlertService.Alert;
import dev.tradesuite.orchestrator.webhook.AlertService.Taken;
import dev.tradesuite.orchestrator.webhook.Webhook;
import dev.tradesuite.orchestrator.webhook.WebhookSettings;
import dev.tradesuite.orchestrator.webhook.WebhookToken;
import dev.tradesuite.orchestrator.webhook.web.AlertMapper.ReadAlert;
import dev.tradesuite.support.Ids;
import dev.tradesuite.support.problem.ProblemException;
import dev.tradesuite.support.store.DatabaseFailure;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
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
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Takes alerts. The token in the address stands for a bearer token, and a decision is there within the deadline. */
@RestController
class AlertController {

    private static final Logger LOG = LoggerFactory.getLogger(AlertController.class);

    private final AlertService service;
    private final AlertMapper alerts;
    private final AlertIdeas ideas;
    private final WebhookSettings settings;
    private final Validator validator;
    private final JsonMapper json;
    private final Clock clock;

    AlertController(
            AlertService service,
            AlertMapper alerts,
            AlertIdeas ideas,
            WebhookSettings settings,
            Validator validator,
            JsonMapper json,
            Clock clock) {
        this.service = service;
        this.alerts = alerts;
        this.ideas = ideas;
        this.settings = settings;
        this.validator = validator;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping(path = WebhookController.PATH + "/{token}", produces = MediaType.APPLICATION_JSON_VALUE)
    @PreAuthorize("permitAll()")
    @Operation(
            summary = "Take an alert: JSON, a form, or text such as BUY EURUSD 1.0835, whatever its content type says",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(type = "object")),
                                @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string"))
                            }))
    @ApiResponse(
            responseCode = "200",
            description = "The decision on the alert, or on the one it repeats",
            content = @Content(schema = @Schema(implementation = AlertResult.class)))
    ResponseEntity<String> alert(@PathVariable String token, HttpServletRequest sent) throws IOException {
        Ticket ticket = Ticket.of(Ids.next(), clock.instant(), Deadline.in(settings.deadline()));
        Webhook webhook = service.webhook(new WebhookToken(token))
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "Nothing is here"));
        // As it was sent: the usual reading of a form takes it apart, and curl calls everything a form.
        byte[] content = sent.getInputStream().readAllBytes();
        ReadAlert alert = alerts.read(webhook, content, isForm(sent));
        validate(alert.request());
        Taken taken = taken(webhook, ideas.alert(webhook, alert), ticket);
        return ResponseEntity.ok(json.writeValueAsString(new WrittenAlert(
                taken.first().alertId(),
                taken.duplicate(),
                text(taken.decision()),
                text(taken.exit()),
                taken.first().receivedAt())));
    }

    private static boolean isForm(HttpServletRequest sent) {
        String type = sent.getContentType();
        return type != null
                && type.strip().toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private static @Nullable String text(@Nullable DecisionDocument document) {
        return document == null ? null : document.text();
    }

    private Taken taken(Webhook webhook, Alert alert, Ticket ticket) {
        try {
            return service.take(webhook, alert, ticket);
        } catch (ProblemException e) {
            throw e;
        } catch (RuntimeException e) {
            if (DatabaseFailure.of(e).isPresent()) {
                throw e;
            }
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
            UUID alertId,
            boolean duplicate,
            @JsonRawValue @Nullable String decision,
            @JsonRawValue @Nullable String exit,
            Instant receivedAt) {}
}
