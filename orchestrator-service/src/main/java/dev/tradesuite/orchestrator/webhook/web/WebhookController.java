package dev.tradesuite.orchestrator.webhook.web;

import dev.tradesuite.contracts.orchestrator.CreateWebhookRequest;
import dev.tradesuite.contracts.orchestrator.WebhookCreated;
import dev.tradesuite.contracts.orchestrator.WebhookInfo;
import dev.tradesuite.contracts.orchestrator.WebhookPage;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.orchestrator.trade.wire.TradeDefaults;
import dev.tradesuite.orchestrator.webhook.Webhook;
import dev.tradesuite.orchestrator.webhook.WebhookToken;
import dev.tradesuite.orchestrator.webhook.Webhooks;
import dev.tradesuite.support.Ids;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.security.Principal;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Makes, lists and removes webhooks. */
@RestController
@RequestMapping(path = WebhookController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@PreAuthorize("hasAnyAuthority('SCOPE_risk:admin', 'SCOPE_portfolio:write')")
class WebhookController {

    static final String PATH = "/api/v1/webhooks/tradingview";

    private final Webhooks webhooks;
    private final TradeDefaults defaults;
    private final Clock clock;

    WebhookController(Webhooks webhooks, TradeDefaults defaults, Clock clock) {
        this.webhooks = webhooks;
        this.defaults = defaults;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a webhook; its token is told once, here")
    WebhookCreated create(@Valid @RequestBody CreateWebhookRequest request, Principal client) {
        WebhookToken token = WebhookToken.random();
        Webhook webhook = new Webhook(
                Ids.next(),
                request.strategy(),
                Objects.requireNonNullElse(request.accountId(), defaults.accountId()),
                request.riskPercent(),
                Boolean.TRUE.equals(request.autoExecute()),
                client.getName(),
                clock.instant(),
                null);
        webhooks.add(webhook, token.hash());
        return new WebhookCreated(
                webhook.id(), webhook.strategy(), token.value(), PATH + "/" + token.value(), webhook.createdAt());
    }

    @GetMapping
    @Operation(summary = "All webhooks, without their tokens")
    WebhookPage list() {
        return new WebhookPage(
                webhooks.all().stream().map(WebhookController::info).toList());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a webhook; alerts to its address are refused from then on")
    void remove(@PathVariable UUID id) {
        if (!webhooks.remove(id)) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "There is no webhook " + id);
        }
    }

    private static WebhookInfo info(Webhook webhook) {
        return new WebhookInfo(
                webhook.id(),
                webhook.strategy(),
                webhook.accountId(),
                webhook.riskPercent(),
                webhook.autoExecute(),
                webhook.createdBy(),
                webhook.createdAt(),
                webhook.lastAlertAt());
    }
}
