package dev.tradesuite.ledger.account.web;

import dev.tradesuite.accounting.account.CashFlow;
import dev.tradesuite.contracts.ledger.AccountId;
import dev.tradesuite.contracts.ledger.CashFlowKind;
import dev.tradesuite.contracts.ledger.CashFlowPage;
import dev.tradesuite.contracts.ledger.CashFlowRequest;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.ledger.account.BookedCashFlow;
import dev.tradesuite.ledger.account.CashFlowService;
import dev.tradesuite.support.idempotency.Claim;
import dev.tradesuite.support.idempotency.web.IdempotentAnswers;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Cash paid into accounts and out of them. */
@RestController
@RequestMapping("/api/v1/accounts/{id}/cash-flows")
class CashFlowController {

    private final CashFlowService flows;
    private final IdempotentAnswers idempotent;
    private final JsonMapper json;

    CashFlowController(CashFlowService flows, IdempotentAnswers idempotent, JsonMapper json) {
        this.flows = flows;
        this.idempotent = idempotent;
        this.json = json;
    }

    /** Pays cash in or out; a repeat with the same {@code Idempotency-Key} is answered as the first. */
    @PostMapping
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    @Operation(
            summary = "Pay cash into an account or out of it",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The flow in the books",
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema =
                                                    @Schema(
                                                            implementation =
                                                                    dev.tradesuite.contracts.ledger.CashFlow.class))))
    ResponseEntity<String> pay(
            @PathVariable @AccountId String id,
            @Valid @RequestBody CashFlowRequest request,
            @RequestHeader(name = IdempotentAnswers.KEY, required = false) @Nullable String key,
            Principal client) {
        CashFlowService.Wanted wanted =
                CashFlowService.Wanted.of(id, flow(request), request.strategy(), request.reason(), client.getName());
        return idempotent.answer(key, client, "cash flow of " + id, request, claim -> pay(wanted, claim));
    }

    private String pay(CashFlowService.Wanted wanted, Claim claim) {
        return switch (flows.pay(wanted, paid -> claim.answer(written(paid)))) {
            case CashFlowService.Result.Paid(BookedCashFlow flow) -> written(flow);
            case CashFlowService.Result.NoSuchAccount() -> throw AccountController.unknown(wanted.accountId());
            case CashFlowService.Result.Archived() ->
                throw new ProblemException(
                        ProblemCode.CONFLICT, "Account %s is archived".formatted(wanted.accountId()));
            case CashFlowService.Result.ExceedsFreeMargin(BigDecimal free, BigDecimal reserved) ->
                throw new ProblemException(
                        ProblemCode.INSUFFICIENT_FREE_MARGIN,
                        ("The %s of %s exceeds the free margin of %s: equity less the margin of open positions"
                                        + " and less %s held for pending orders")
                                .formatted(
                                        wanted.flow().kind() == CashFlowKind.TRANSFER ? "transfer" : "withdrawal",
                                        wanted.flow().cashChange().negate().toPlainString(),
                                        free.toPlainString(),
                                        reserved.toPlainString()));
        };
    }

    private String written(BookedCashFlow flow) {
        return json.writeValueAsString(AccountMapper.of(flow));
    }

    private static CashFlow flow(CashFlowRequest request) {
        try {
            return new CashFlow(request.kind(), request.amount());
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(List.of(new FieldError(
                    "amount",
                    "OUT_OF_RANGE",
                    String.valueOf(e.getMessage()),
                    request.amount().toPlainString())));
        }
    }

    /**
     * Cash flows of an account, the newest first.
     *
     * @param strategy those it caused only
     * @param cursor {@code next_cursor} of the page before; absent for the first
     * @param limit at most so many
     */
    @GetMapping
    @PreAuthorize("hasAuthority('SCOPE_trade:read')")
    @Operation(summary = "Cash flows of an account, the newest first")
    CashFlowPage list(
            @PathVariable @AccountId String id,
            @RequestParam(required = false) @Nullable @Size(max = 64) String strategy,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[0-9]{1,18}") String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        List<BookedCashFlow> found = flows.list(
                        id,
                        Optional.ofNullable(strategy),
                        Optional.ofNullable(cursor).map(Long::valueOf),
                        limit + 1)
                .orElseThrow(() -> AccountController.unknown(id));
        List<BookedCashFlow> page = found.subList(0, Math.min(limit, found.size()));
        return new CashFlowPage(
                page.stream().map(AccountMapper::of).toList(),
                found.size() > limit ? Long.toString(page.getLast().sequence()) : null);
    }
}
