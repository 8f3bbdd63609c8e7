package dev.tradesuite.portfolio.rotation.web;

import dev.tradesuite.contracts.portfolio.RotationProposal;
import dev.tradesuite.contracts.portfolio.RotationProposalPage;
import dev.tradesuite.contracts.portfolio.RotationReport;
import dev.tradesuite.contracts.portfolio.RotationRules;
import dev.tradesuite.contracts.portfolio.RotationState;
import dev.tradesuite.contracts.portfolio.StrategyCode;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.portfolio.registry.RegistryService;
import dev.tradesuite.portfolio.registry.SourceVisibility;
import dev.tradesuite.portfolio.registry.StrategySource;
import dev.tradesuite.portfolio.rotation.ProposalService;
import dev.tradesuite.portfolio.rotation.RotationRuleService;
import dev.tradesuite.portfolio.rotation.RotationRun;
import dev.tradesuite.portfolio.rotation.RotationService;
import dev.tradesuite.portfolio.rotation.StrategyProposal;
import dev.tradesuite.support.access.BooksOf;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rotation: looks at strategies, what they led to, and the rules. */
@RestController
@RequestMapping("/api/v1/rotation")
@Tag(name = "Rotation", description = "Which strategies are to be reduced, suspended, replaced or retired, and why")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class RotationController {

    private final RotationService rotation;
    private final ProposalService proposals;
    private final RotationRuleService rules;
    private final RegistryService registry;
    private final SourceVisibility visibility;

    RotationController(
            RotationService rotation,
            ProposalService proposals,
            RotationRuleService rules,
            RegistryService registry,
            SourceVisibility visibility) {
        this.rotation = rotation;
        this.proposals = proposals;
        this.rules = rules;
        this.registry = registry;
        this.visibility = visibility;
    }

    /** Looks at all strategies now. */
    @PostMapping("/run")
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    @Operation(
            summary = "Look at every strategy on paper and with money now",
            description = "As happens by itself when new returns come or something is halted. Answers what came of each"
                    + " strategy of the caller; a repeat makes no proposal a second time.")
    RotationReport run(Principal client) {
        RotationRun run = rotation.run(Optional.empty(), RotationRun.Cause.PERSON, client.getName());
        Predicate<StrategySource> visible = visibility.ofCaller();
        return RotationMapper.report(new RotationRun(
                run.id(),
                run.cause(),
                run.person(),
                run.asOf(),
                run.outcomes().stream()
                        .filter(one -> registry.find(one.code())
                                .filter(strategy -> visible.test(strategy.source()))
                                .isPresent())
                        .toList()));
    }

    /**
     * Proposals, the newest first.
     *
     * @param cursor {@code next_cursor} of the page before; absent for the first
     */
    @GetMapping("/proposals")
    @Operation(summary = "Proposals for strategies of the caller, the newest first")
    RotationProposalPage proposals(
            @RequestParam(required = false) @Nullable RotationState state,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        // One more than asked for says whether there is a next page.
        List<StrategyProposal> found = proposals.page(
                Optional.ofNullable(state), Optional.ofNullable(cursor), limit + 1, visibility.ofCaller());
        List<StrategyProposal> page = found.subList(0, Math.min(limit, found.size()));
        return new RotationProposalPage(
                page.stream().map(RotationMapper::proposal).toList(),
                found.size() > limit ? page.getLast().id().toString() : null);
    }

    /** One proposal. */
    @GetMapping("/proposals/{id}")
    @Operation(summary = "A proposal: what is to be done, what was measured, what it would do, and where it stands")
    RotationProposal proposal(@PathVariable @BooksOf("rotation_proposal") UUID id) {
        return proposals
                .find(id)
                .map(RotationMapper::proposal)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no proposal " + id));
    }

    /** The rules. */
    @GetMapping("/rules")
    @Operation(summary = "The rules of a strategy, or without a code those of all that have none of their own")
    RotationRules rules(@RequestParam(required = false) @Nullable @BooksOf("strategy") @StrategyCode String code) {
        return RotationRulesMapper.of(rules.find(known(code)));
    }

    /** Changes the rules. */
    @PatchMapping("/rules")
    @PreAuthorize("hasAuthority('SCOPE_risk:admin')")
    @Operation(summary = "Change rules; what is left out stays")
    RotationRules changeRules(
            @RequestParam(required = false) @Nullable @BooksOf("strategy") @StrategyCode String code,
            @Valid @RequestBody RotationRules request,
            Principal client) {
        return RotationRulesMapper.of(
                rules.change(known(code), before -> RotationRulesMapper.changed(before, request), client.getName()));
    }

    private Optional<String> known(@Nullable String code) {
        if (code != null && registry.find(code).isEmpty()) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "There is no strategy " + code);
        }
        return Optional.ofNullable(code);
    }
}
