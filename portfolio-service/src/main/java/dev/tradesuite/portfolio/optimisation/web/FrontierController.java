package dev.tradesuite.portfolio.optimisation.web;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.FrontierAnswer;
import dev.tradesuite.contracts.portfolio.FrontierRequest;
import dev.tradesuite.contracts.portfolio.OptimizationData;
import dev.tradesuite.contracts.portfolio.RegistryData;
import dev.tradesuite.portfolio.optimisation.FrontierService;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The efficient frontier. */
@RestController
@RequestMapping("/api/v1/portfolio/efficient-frontier")
@Tag(name = "Optimisation")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class FrontierController {

    private final FrontierService frontiers;
    private final AnswerKeeper answers;

    FrontierController(FrontierService frontiers, AnswerKeeper answers) {
        this.frontiers = frontiers;
        this.answers = answers;
    }

    @PostMapping
    @Operation(
            summary = "The efficient frontier",
            description = "Portfolios from the least volatility to the largest return, equally far from one another in"
                    + " return, and the corners between which every efficient portfolio is a mix of two.")
    FrontierAnswer frontier(@Valid @RequestBody FrontierRequest request) {
        FrontierService.Question question = FrontierMapper.question(request, answers.hash(request));
        return answers.keep(FrontierMapper.answer(frontiers.frontier(question), question.models()));
    }

    @GetMapping
    @Operation(
            summary = "The efficient frontier of registered strategies",
            description = "With the usual models and the default constraints; POST for anything else.")
    FrontierAnswer registered(
            @RequestParam List<String> codes,
            @RequestParam(name = "window_days", defaultValue = "365") @Min(2) @Max(20000) int windowDays,
            @RequestParam @Nullable RunLabel label,
            @RequestParam(defaultValue = "50") @Min(2) @Max(200) int points) {
        RegistryData registry = new RegistryData(codes, windowDays, label, null);
        OptimizationData data = new OptimizationData(registry, null, null, null, null);
        return frontier(new FrontierRequest(data, null, null, null, null, null, null, null, points));
    }

    @GetMapping("/{request_id}")
    @Operation(summary = "A frontier told before", description = "Kept for suite.portfolio.optimisation.kept, 90 days.")
    FrontierAnswer kept(@PathVariable("request_id") UUID id) {
        return answers.frontier(id);
    }
}
