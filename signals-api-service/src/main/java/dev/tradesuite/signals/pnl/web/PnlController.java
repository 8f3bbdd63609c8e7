package dev.tradesuite.signals.pnl.web;

import dev.tradesuite.contracts.signals.PnlPeriod;
import dev.tradesuite.contracts.signals.PnlSummary;
import dev.tradesuite.signals.pnl.ProfitAndLossService;
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

/** What was earned. */
@RestController
@Tag(name = "Models", description = "What the models say and how their paper accounts do")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class PnlController {

    private final ProfitAndLossService profits;
    private final SelectionMapper selections;

    PnlController(ProfitAndLossService profits, SelectionMapper selections) {
        this.profits = profits;
        this.selections = selections;
    }

    /** Closed trades of a calendar period. */
    @Operation(summary = "What the closed trades of today, this week or this month amount to, by net profit")
    @GetMapping("/api/models/pnl/summary")
    PnlSummary summary(
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"today", "week", "month", "all"}))
                    @RequestParam(defaultValue = "today")
                    String period,
            @RequestParam(required = false) @Nullable String symbol,
            @RequestParam(defaultValue = "0") long run) {
        PnlPeriod asked = ChoiceMapper.choice("period", period, PnlPeriod.values(), PnlPeriod::wireName);
        ModelSelection selection = selections.selection(symbol, run, "strategies", null);
        return PnlMapper.answer(asked, selection, profits.of(selection, asked));
    }
}
