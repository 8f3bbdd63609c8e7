package dev.tradesuite.portfolio.optimisation.web;

import dev.tradesuite.contracts.portfolio.OptimizeAnswer;
import dev.tradesuite.contracts.portfolio.OptimizeRequest;
import dev.tradesuite.portfolio.optimisation.OptimisationResult;
import dev.tradesuite.portfolio.optimisation.OptimisationService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much of each? */
@RestController
@RequestMapping("/api/v1/portfolio")
@Tag(name = "Optimisation", description = "How much of each strategy to hold, and what that can lose")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class OptimisationController {

    private final OptimisationService optimisation;
    private final AnswerKeeper answers;

    OptimisationController(OptimisationService optimisation, AnswerKeeper answers) {
        this.optimisation = optimisation;
        this.answers = answers;
    }

    @PostMapping("/optimize")
    @Operation(
            summary = "Choose weights",
            description = "Answers weights with a proof that they keep every constraint and that none are better. What"
                    + " cannot be met is a problem that says why, never weights. Nothing is traded.")
    OptimizeAnswer optimize(@Valid @RequestBody OptimizeRequest request) {
        OptimisationResult result =
                optimisation.optimise(OptimizeRequestMapper.request(request, answers.hash(request)));
        return answers.keep(OptimizeAnswerMapper.answer(request.method(), result));
    }

    @GetMapping("/optimizations/{request_id}")
    @Operation(summary = "An answer given before", description = "Kept for suite.portfolio.optimisation.kept, 90 days.")
    OptimizeAnswer answer(@PathVariable("request_id") UUID id) {
        return answers.weights(id);
    }
}
