package dev.tradesuite.orchestrator.webhook.web;

import dev.tradesuite.contracts.orchestrator.CreateWebhookRequest;
import dev.tradesuite.contracts.orchestrator.WebhookCreated;
import dev.tradesuite.contracts.orchestrator.WebhookInfo;
import dev.tradesuite.contracts.orchestrator.WebhookMode;
import dev.tradesuite.contracts.orchestrator.WebhookPage;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.orchestrator.webhook.Webhook;
import dev.tradesuite.orchestrator.webhook.WebhookService;
import dev.tradesuite.support.access.Access;
import dev.tradesuite.support.access.BooksOf;
import dev.tradesuite.support.access.OwnedBooks;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
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

    private static final String MAY_TRADE = "SCOPE_trade:execute";

    private final WebhookService service;
    private final Access access;

    WebhookController(WebhookService service, Access access) {
        this.service = service;
        this.access = access;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a webhook; its token is told once, here. auto_execute takes the scope trade:execute too")
    WebhookCreated create(@Valid @RequestBody CreateWebhookRequest request, Authentication client) {
        boolean autoExecute = Boolean.TRUE.equals(request.autoExecute());
        if (autoExecute && client.getAuthorities().stream().noneMatch(each -> MAY_TRADE.equals(each.getAuthority()))) {
            // Whoever has the address trades, so whoever makes it has to be allowed to.
            throw new AccessDeniedException("auto_execute takes the scope trade:execute");
        }
        WebhookService.Made made = service.make(new WebhookService.Wanted(
                request.strategy(),
                request.accountId(),
                request.riskPercent(),
                autoExecute,
                Objects.requireNonNullElse(request.mode(), WebhookMode.CONFIRM),
                request.maxLots() == null ? null : new Lots(request.maxLots()),
                client.getName()));
        Webhook webhook = made.webhook();
        String token = made.token().value();
        return new WebhookCreated(webhook.id(), webhook.strategy(), token, PATH + "/" + token, webhook.createdAt());
    }

    @GetMapping
    @Operation(summary = "Webhooks of one's own accounts, without their tokens")
    WebhookPage list() {
        Optional<Set<String>> visible = access.visible(OwnedBooks.Kind.ACCOUNT);
        return new WebhookPage(service.all().stream()
                .filter(webhook ->
                        visible.map(ids -> ids.contains(webhook.accountId())).orElse(true))
                .map(WebhookController::info)
                .toList());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a webhook; alerts to its address are refused from then on")
    void remove(@PathVariable @BooksOf("webhook") UUID id) {
        if (!service.remove(id)) {
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
                webhook.mode(),
                webhook.maxLots() == null ? null : webhook.maxLots().value(),
                webhook.createdBy(),
                webhook.createdAt(),
                webhook.lastAlertAt());
    }
}
