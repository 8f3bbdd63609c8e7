package dev.tradesuite.orchestrator.approval.web;

import dev.tradesuite.contracts.orchestrator.Approval;
import dev.tradesuite.contracts.orchestrator.ApproveListedRequest;
import dev.tradesuite.contracts.orchestrator.ApprovedList;
import dev.tradesuite.contracts.orchestrator.DecideApprovalRequest;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.orchestrator.approval.ApprovalOutcome;
import dev.tradesuite.orchestrator.approval.ApprovalService;
import dev.tradesuite.orchestrator.approval.Ruling;
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
import java.security.Principal;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Takes what persons decide about approvals. */
@RestController
@RequestMapping(path = ApprovalController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@PreAuthorize("hasAuthority('SCOPE_approve')")
class RulingController {

    private static final Logger LOG = LoggerFactory.getLogger(RulingController.class);

    private final ApprovalService service;
    private final ApprovalMapper mapper;
    private final Access access;
    private final IdempotentAnswers idempotent;
    private final JsonMapper json;
    private final Clock clock;

    RulingController(
            ApprovalService service,
            ApprovalMapper mapper,
            Access access,
            IdempotentAnswers idempotent,
            JsonMapper json,
            Clock clock) {
        this.service = service;
        this.mapper = mapper;
        this.access = access;
        this.idempotent = idempotent;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping("/{id}/approve")
    @Operation(summary = "Approve; a trade is decided on anew and sent, or ends as NOT_EXECUTED and says what changed")
    @ApiResponse(
            responseCode = "200",
            description = "The approval as it stands then",
            content = @Content(schema = @Schema(implementation = Approval.class)))
    ResponseEntity<String> approve(
            @PathVariable @BooksOf("approval") UUID id,
            @Valid @RequestBody DecideApprovalRequest request,
            @RequestHeader(name = IdempotentAnswers.KEY, required = false) @Nullable String key,
            Principal client) {
        return idempotent.answer(
                key,
                client,
                "approve " + id,
                request,
                claim -> mapper.written(approved(id, null, ruling(request.reason(), client), claim)));
    }

    @PostMapping("/{id}/reject")
    @Operation(summary = "Reject; nothing is executed")
    @ApiResponse(
            responseCode = "200",
            description = "The approval, which is rejected",
            content = @Content(schema = @Schema(implementation = Approval.class)))
    ResponseEntity<String> reject(
            @PathVariable @BooksOf("approval") UUID id,
            @Valid @RequestBody DecideApprovalRequest request,
            @RequestHeader(name = IdempotentAnswers.KEY, required = false) @Nullable String key,
            Principal client) {
        return idempotent.answer(
                key,
                client,
                "reject " + id,
                request,
                claim -> mapper.written(decided(id, service.reject(id, ruling(request.reason(), client), claim))));
    }

    @PostMapping("/approve")
    @Operation(summary = "Approve several, each named with its payload_hash; each has an outcome of its own")
    @ApiResponse(
            responseCode = "200",
            description = "What came of each, in the order of the request",
            content = @Content(schema = @Schema(implementation = ApprovedList.class)))
    ResponseEntity<String> approveListed(
            @Valid @RequestBody ApproveListedRequest request,
            @RequestHeader(name = IdempotentAnswers.KEY, required = false) @Nullable String key,
            Principal client) {
        refuseDoubles(request);
        Ruling ruling = ruling(request.reason(), client);
        return idempotent.answer(key, client, "approve listed", request, claim -> {
            String answer = json.writeValueAsString(new ApprovedList(
                    request.items().stream().map(item -> approved(item, ruling)).toList()));
            claim.answer(answer);
            return answer;
        });
    }

    /** One fails, the others go on. */
    private ApprovedList.Item approved(ApproveListedRequest.Listed item, Ruling ruling) {
        try {
            requireOwned(item.id());
            return new ApprovedList.Item(
                    item.id(), mapper.approval(approved(item.id(), item.hash(), ruling, Claim.NONE)), null, null);
        } catch (ProblemException e) {
            return new ApprovedList.Item(item.id(), null, e.code().name(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("Approval {} could not be carried out", item.id(), e);
            return new ApprovedList.Item(
                    item.id(), null, ProblemCode.INTERNAL.name(), "It could not be carried out; the log has the cause");
        }
    }

    /** What is somebody else's is not there, and not a word of whose it is. */
    private void requireOwned(UUID id) {
        String account =
                service.find(id).map(found -> found.question().accountId()).orElse(null);
        try {
            if (account != null) {
                access.require(OwnedBooks.account(account));
            }
        } catch (ProblemException e) {
            throw e.code() == ProblemCode.NOT_FOUND ? unknown(id) : e;
        }
    }

    private dev.tradesuite.orchestrator.approval.Approval approved(
            UUID id, @Nullable String hash, Ruling ruling, Claim claim) {
        try {
            return decided(id, service.approve(id, hash, ruling, claim));
        } catch (DuplicateKeyException e) {
            throw new ProblemException(
                    ProblemCode.CONFLICT,
                    "There is an order with the client_order_id of approval %s already; nothing was executed"
                            .formatted(id));
        }
    }

    private static dev.tradesuite.orchestrator.approval.Approval decided(UUID id, ApprovalOutcome outcome) {
        return switch (outcome) {
            case ApprovalOutcome.Decided(var approval) -> approval;
            case ApprovalOutcome.Unknown() -> throw unknown(id);
            case ApprovalOutcome.TooLate(var approval) ->
                throw new ProblemException(
                        ProblemCode.APPROVAL_DECIDED,
                        "Approval %s is %s; only one that is PENDING can be decided".formatted(id, approval.state()));
            case ApprovalOutcome.OwnQuestion(var approval) ->
                throw new ProblemException(
                        ProblemCode.FOUR_EYES,
                        "%s has asked for approval %s, and another person has to approve it"
                                .formatted(approval.question().askedBy(), id));
            case ApprovalOutcome.OtherContent(var approval) ->
                throw new ProblemException(
                        ProblemCode.APPROVAL_CHANGED,
                        "The payload_hash of approval %s is %s"
                                .formatted(id, approval.question().payloadHash()));
        };
    }

    private static ProblemException unknown(UUID id) {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no approval " + id);
    }

    private static void refuseDoubles(ApproveListedRequest request) {
        Set<UUID> seen = new HashSet<>();
        for (int i = 0; i < request.items().size(); i++) {
            UUID id = request.items().get(i).id();
            if (!seen.add(id)) {
                throw ProblemException.invalid(List.of(new FieldError(
                        "items[%d].id".formatted(i), "DUPLICATE", "expected each approval once", id.toString())));
            }
        }
    }

    private Ruling ruling(String reason, Principal client) {
        return new Ruling(client.getName(), reason, clock.instant());
    }
}
