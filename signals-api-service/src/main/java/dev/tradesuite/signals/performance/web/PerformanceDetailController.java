package dev.tradesuite.signals.performance.web;

import dev.tradesuite.contracts.signals.ComparisonPeriod;
import dev.tradesuite.contracts.signals.PerformanceDetails;
import dev.tradesuite.signals.performance.PerformanceDetailService;
import dev.tradesuite.signals.series.OneModel;
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

/** How one model did, in detail. */
@RestController
@Tag(name = "Models", description = "What the models say and how their paper accounts do")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class PerformanceDetailController {

    private final PerformanceDetailService details;
    private final SelectionMapper selections;
    private final PerformanceDetailMapper answers;

    PerformanceDetailController(
            PerformanceDetailService details, SelectionMapper selections, PerformanceDetailMapper answers) {
        this.details = details;
        this.selections = selections;
        this.answers = answers;
    }

    /** Drawdowns, calendar returns, distribution, rolling figures and baselines. */
    @Operation(
            summary = "How one model did over the time before the newest bar: falls, months, distribution, rolling"
                    + " figures, and what doing nothing or holding would have brought")
    @GetMapping("/api/models/performance/details")
    PerformanceDetails details(
            @RequestParam String strategy,
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
        OneModel model = selections.one(symbol, run, strategy);
        return answers.answer(
                asked, model, details.window(model.selection(), asked), details.of(model.selection(), asked));
    }
}
