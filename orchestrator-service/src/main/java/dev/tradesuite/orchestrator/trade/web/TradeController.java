package dev.tradesuite.orchestrator.trade.web;

import dev.tradesuite.contracts.ledger.AccountId;
import dev.tradesuite.contracts.ledger.StrategyName;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.orchestrator.TradeDecision;
import dev.tradesuite.contracts.orchestrator.TradeRequest;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.instruments.constraint.KnownSymbol;
import dev.tradesuite.orchestrator.order.web.OrderMapper;
import dev.tradesuite.orchestrator.trade.Deadline;
import dev.tradesuite.orchestrator.trade.DecisionDocument;
import dev.tradesuite.orchestrator.trade.DecisionService;
import dev.tradesuite.orchestrator.trade.Ticket;
import dev.tradesuite.support.Ids;
import dev.tradesuite.support.access.Access;
import dev.tradesuite.support.access.BooksOf;
import dev.tradesuite.support.idempotency.Claim;
import dev.tradesuite.support.idempotency.web.IdempotentAnswers;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.Validator;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Analyze, execute, and read what was decided. */
@RestController
@RequestMapping(path = "/api/v1/orchestrator", produces = MediaType.APPLICATION_JSON_VALUE)
@ApiResponse(
        responseCode = "200",
        description = "The decision, whatever it is: PROCEED, HOLD or REJECT",
        content = @Content(schema = @Schema(implementation = TradeDecision.class)))
class TradeController {

    private final DecisionService decisions;
    private final TradeMapper mapper;
    private final TradeRequestBooks books;
    private final Access access;
    private final OrderMapper orders;
    private final IdempotentAnswers idempotent;
    private final Validator validator;
    private final Clock clock;

    TradeController(
            DecisionService decisions,
            TradeMapper mapper,
            TradeRequestBooks books,
            Access access,
            OrderMapper orders,
            IdempotentAnswers idempotent,
            Validator validator,
            Clock clock) {
        this.decisions = decisions;
        this.mapper = mapper;
        this.books = books;
        this.access = access;
        this.orders = orders;
        this.idempotent = idempotent;
        this.validator = validator;
        this.clock = clock;
    }

    @PostMapping("/analyze")
    @PreAuthorize("hasAuthority('SCOPE_trade:read')")
    @Operation(summary = "Decide on a trade; nothing is executed")
    ResponseEntity<String> analyze(@Valid @RequestBody TradeRequest request) {
        orders.requireAhead(request.expiresAt(), clock.instant());
        return ResponseEntity.ok(
                decisions.analyze(mapper.toAnalyze(request), ticket()).text());
    }

    @PostMapping("/execute")
    @ActsOnBooks
    @PreAuthorize("hasAuthority('SCOPE_trade:execute')")
    @Operation(summary = "Decide on a trade for an account in the books and, with auto_execute, send the order")
    @ApiResponse(
            responseCode = "202",
            description = PendingAnswer.DESCRIPTION,
            content = @Content(schema = @Schema(implementation = TradeDecision.class)))
    ResponseEntity<String> execute(
            @Valid @RequestBody TradeRequest request,
            @RequestHeader(name = IdempotentAnswers.KEY, required = false) @Nullable String key,
            Principal client) {
        String hash = mapper.hash(request);
        return PendingAnswer.orDecided(
                idempotent.answer(key, client, "execute", hash, claim -> executed(request, hash, client, claim)
                        .text()));
    }

    @RequestMapping(
            path = "/quick-analyze",
            method = {RequestMethod.GET, RequestMethod.POST})
    @PreAuthorize("hasAuthority('SCOPE_trade:read')")
    @Operation(summary = "Analyze with query parameters")
    ResponseEntity<String> quickAnalyze(
            @RequestParam @NotBlank @KnownSymbol String symbol,
            @RequestParam("current_price") @Positive BigDecimal currentPrice,
            @RequestParam(required = false) @Nullable Side side,
            @RequestParam(name = "stop_loss_pips", required = false) @Nullable @Positive BigDecimal stopLossPips,
            @RequestParam(name = "stop_loss_price", required = false) @Nullable @Positive BigDecimal stopLossPrice,
            @RequestParam(name = "take_profit_price", required = false) @Nullable @Positive BigDecimal takeProfitPrice,
            @RequestParam(name = "risk_strategy", required = false) @Nullable RiskStrategy riskStrategy,
            @RequestParam(name = "risk_percent", required = false) @Nullable @DecimalMin("0.1") @DecimalMax("10")
                    BigDecimal riskPercent,
            @RequestParam(required = false) @Nullable @Positive BigDecimal lots,
            @RequestParam(required = false) @Nullable @DecimalMin("1") @DecimalMax("500") BigDecimal leverage,
            @RequestParam(name = "account_id", required = false) @Nullable @AccountId String accountId,
            @RequestParam(name = "account_balance", required = false) @Nullable @Positive BigDecimal accountBalance,
            @RequestParam(name = "account_currency", required = false) @Nullable @Pattern(regexp = "[A-Z]{3,5}")
                    String accountCurrency,
            @RequestParam(required = false) @Nullable Timeframe timeframe,
            @RequestParam(required = false) @Nullable @Size(max = 64) @StrategyName String strategy,
            @RequestParam(required = false) @Nullable @Size(max = 64) String model) {
        TradeRequest request = TradeRequest.of(symbol, currentPrice)
                .side(side)
                .stopLossPips(stopLossPips)
                .stopLossPrice(stopLossPrice)
                .takeProfitPrice(takeProfitPrice)
                .riskStrategy(riskStrategy)
                .riskPercent(riskPercent)
                .lots(lots)
                .leverage(leverage)
                .accountId(accountId)
                .accountBalance(accountBalance)
                .accountCurrency(accountCurrency)
                .timeframe(timeframe)
                .strategy(strategy)
                .model(model)
                .build();
        books.looksAt(request).forEach(access::require);
        return ResponseEntity.ok(
                decisions.analyze(mapper.toAnalyze(valid(request)), ticket()).text());
    }

    @GetMapping("/decisions/{id}")
    @PreAuthorize("hasAuthority('SCOPE_trade:read')")
    @Operation(summary = "The document of a decision")
    ResponseEntity<String> decision(@PathVariable @BooksOf("decision") UUID id) {
        return ResponseEntity.ok(decisions
                .find(id)
                .map(DecisionDocument::text)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND, "There is no decision %s, or it is not made yet".formatted(id))));
    }

    private DecisionDocument executed(TradeRequest request, String hash, Principal client, Claim claim) {
        orders.requireAhead(request.expiresAt(), clock.instant());
        return Boolean.TRUE.equals(request.autoExecute())
                ? decisions.execute(mapper.toExecute(request, hash), ticket().of(client.getName()), claim)
                : decisions.analyze(mapper.toExecuteNot(request, hash), ticket(), claim);
    }

    /** The rules about several fields, which hold for parameters as for a body. */
    private TradeRequest valid(TradeRequest request) {
        Set<ConstraintViolation<TradeRequest>> violations = validator.validate(request);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return request;
    }

    private Ticket ticket() {
        return Ticket.of(Ids.next(), clock.instant(), Deadline.none());
    }
}
