package dev.tradesuite.signals.performance.web;

import dev.tradesuite.contracts.signals.ComparisonPeriod;
import dev.tradesuite.contracts.signals.PerformanceComparison;
import dev.tradesuite.signals.performance.PerformanceService;
import dev.tradesuite.signals.series.ModelSelection;
import dev.tradesuite.signals.series.web.ChoiceMapper;
import dev.tradesuite.signals.series.web.SelectionMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How the models did. */
@RestController
@Tag(name = "Models", description = "What the models say and how their paper accounts do")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class ComparisonController {

    private final PerformanceService performance;
    private final SelectionMapper selections;
    private final ComparisonMapper answers;

    ComparisonController(PerformanceService performance, SelectionMapper selections, ComparisonMapper answers) {
        this.performance = performance;
        this.selections = selections;
        this.answers = answers;
    }

    /** The models side by side. */
    @Operation(summary = "How the models did over the time before the newest bar; what cannot be computed is absent")
    @GetMapping("/api/models/performance/comparison")
    PerformanceComparison comparison(
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"24h", "7d", "30d", "all"}))
                    @RequestParam(defaultValue = "30d")
                    String period,
            @RequestParam(required = false) @Nullable String symbol,
            @RequestParam(defaultValue = "0") long run) {
        ComparisonPeriod asked =
                ChoiceMapper.choice("period", period, ComparisonPeriod.values(), ComparisonPeriod::wireName);
        ModelSelection selection = selections.selection(symbol, run, "strategies", null);
        return answers.answer(asked, selection, performance.window(selection, asked), performance.of(selection, asked));
    }
}
