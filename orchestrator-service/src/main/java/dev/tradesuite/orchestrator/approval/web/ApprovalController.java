package dev.tradesuite.orchestrator.approval.web;

import dev.tradesuite.contracts.orchestrator.Approval;
import dev.tradesuite.contracts.orchestrator.ApprovalKind;
import dev.tradesuite.contracts.orchestrator.ApprovalPage;
import dev.tradesuite.contracts.orchestrator.ApprovalState;
import dev.tradesuite.contracts.orchestrator.AskApprovalRequest;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.orchestrator.approval.ApprovalService;
import dev.tradesuite.orchestrator.approval.Approvals.Filter;
import dev.tradesuite.support.access.Access;
import dev.tradesuite.support.access.BooksOf;
import dev.tradesuite.support.access.OwnedBooks;
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
import java.security.Principal;
import java.time.Duration;
import java.util.List;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what waits for a person, and takes what other services ask for. */
@RestController
@RequestMapping(path = ApprovalController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class ApprovalController {

    static final String PATH = "/api/v1/approvals";

    private final ApprovalService service;
    private final ApprovalMapper mapper;
    private final Access access;
    private final IdempotentAnswers idempotent;

    ApprovalController(ApprovalService service, ApprovalMapper mapper, Access access, IdempotentAnswers idempotent) {
        this.service = service;
        this.mapper = mapper;
        this.access = access;
        this.idempotent = idempotent;
    }

    @GetMapping
    @PreAuthorize("hasAnyAuthority('SCOPE_trade:read', 'SCOPE_approve')")
    @Operation(summary = "Approvals of one's own accounts, and those that are about none, newest first")
    ApprovalPage list(
            @RequestParam(required = false) @Nullable ApprovalState state,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        List<dev.tradesuite.orchestrator.approval.Approval> found = service.list(
                new Filter(state, access.visible(OwnedBooks.Kind.ACCOUNT).orElse(null), cursor, limit + 1));
        List<dev.tradesuite.orchestrator.approval.Approval> page = found.subList(0, Math.min(limit, found.size()));
        return new ApprovalPage(
                page.stream().map(mapper::approval).toList(),
                found.size() > limit ? page.getLast().id().toString() : null);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAnyAuthority('SCOPE_trade:read', 'SCOPE_approve')")
    @Operation(summary = "An approval: what exactly is asked, what was checked, and where it stands")
    Approval approval(@PathVariable @BooksOf("approval") UUID id) {
        return mapper.approval(service.find(id)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no approval " + id)));
    }

    @PostMapping
    @PreAuthorize("hasAuthority('SCOPE_internal')")
    @Operation(summary = "Ask for an approval of what the asker carries out itself")
    @ApiResponse(
            responseCode = "200",
            description = "The approval, which waits for a person",
            content = @Content(schema = @Schema(implementation = Approval.class)))
    ResponseEntity<String> ask(
            @Valid @RequestBody AskApprovalRequest request,
            @RequestHeader(name = IdempotentAnswers.KEY, required = false) @Nullable String key,
            Principal client) {
        return idempotent.answer(key, client, "approval", request, claim -> asked(request, claim));
    }

    private String asked(AskApprovalRequest request, Claim claim) {
        if (request.kind() == ApprovalKind.TRADE) {
            throw ProblemException.invalid(List.of(new FieldError(
                    "kind", "NOT_ALLOWED", "expected REBALANCE, LIFECYCLE or ROTATION", ApprovalKind.TRADE.name())));
        }
        Integer seconds = request.expiresInSeconds();
        return mapper.written(service.ask(
                mapper.question(request),
                seconds == null ? null : Duration.ofSeconds(seconds),
                asked -> claim.answer(mapper.written(asked))));
    }
}
