package dev.tradesuite.orchestrator.trade.web;

import dev.tradesuite.contracts.orchestrator.PlaceOrderRequest;
import dev.tradesuite.contracts.orchestrator.TradeDecision;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.orchestrator.order.web.OrderMapper;
import dev.tradesuite.orchestrator.trade.Deadline;
import dev.tradesuite.orchestrator.trade.DecisionDocument;
import dev.tradesuite.orchestrator.trade.DecisionService;
import dev.tradesuite.orchestrator.trade.Ticket;
import dev.tradesuite.orchestrator.trade.TradeIdea;
import dev.tradesuite.support.Ids;
import dev.tradesuite.support.idempotency.Claim;
import dev.tradesuite.support.idempotency.web.IdempotentAnswers;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import java.security.Principal;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes orders that state what they want. */
@RestController
@RequestMapping(path = "/api/v1/orchestrator/orders", produces = MediaType.APPLICATION_JSON_VALUE)
class DirectOrderController {

    private final DecisionService decisions;
    private final DirectOrderMapper mapper;
    private final TradeMapper trades;
    private final OrderMapper orders;
    private final IdempotentAnswers idempotent;
    private final Clock clock;

    DirectOrderController(
            DecisionService decisions,
            DirectOrderMapper mapper,
            TradeMapper trades,
            OrderMapper orders,
            IdempotentAnswers idempotent,
            Clock clock) {
        this.decisions = decisions;
        this.mapper = mapper;
        this.trades = trades;
        this.orders = orders;
        this.idempotent = idempotent;
        this.clock = clock;
    }

    @PostMapping
    @PreAuthorize("hasAuthority('SCOPE_trade:execute')")
    @Operation(summary = "Place an order without asking the brain; sizing, the six checks and the reservation hold")
    @ApiResponse(
            responseCode = "200",
            description = "The decision: PROCEED with what became of the order, or REJECT with the reason",
            content = @Content(schema = @Schema(implementation = TradeDecision.class)))
    @ApiResponse(
            responseCode = "202",
            description = PendingAnswer.DESCRIPTION,
            content = @Content(schema = @Schema(implementation = TradeDecision.class)))
    ResponseEntity<String> place(
            @Valid @RequestBody PlaceOrderRequest request,
            @RequestHeader(name = IdempotentAnswers.KEY, required = false) @Nullable String key,
            Principal client) {
        String hash = trades.hash(request);
        return PendingAnswer.orDecided(
                idempotent.answer(key, client, "order", hash, claim -> decided(request, hash, client, claim)
                        .text()));
    }

    private DecisionDocument decided(PlaceOrderRequest request, String hash, Principal client, Claim claim) {
        orders.requireAhead(request.expiresAt(), clock.instant());
        TradeIdea idea = mapper.toIdea(request, hash);
        Ticket ticket = Ticket.of(Ids.next(), clock.instant(), Deadline.none()).of(client.getName());
        if (Boolean.TRUE.equals(request.dryRun())) {
            return decisions.analyze(idea, ticket, claim);
        }
        try {
            return decisions.execute(idea, ticket, claim);
        } catch (DuplicateKeyException e) {
            if (request.clientOrderId() == null) {
                throw e;
            }
            throw new ProblemException(
                    ProblemCode.CONFLICT,
                    "There is an order with the client_order_id %s already; give another, or none"
                            .formatted(request.clientOrderId()));
        }
    }
}
