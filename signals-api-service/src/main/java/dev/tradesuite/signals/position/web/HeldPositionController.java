package dev.tradesuite.signals.position.web;

import dev.tradesuite.contracts.signals.CurrentPositions;
import dev.tradesuite.signals.position.HeldPositionService;
import dev.tradesuite.signals.series.ModelSelection;
import dev.tradesuite.signals.series.web.SelectionMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Positions the models hold. */
@RestController
@Tag(name = "Models", description = "What the models say and how their paper accounts do")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class HeldPositionController {

    private final HeldPositionService positions;
    private final SelectionMapper selections;

    HeldPositionController(HeldPositionService positions, SelectionMapper selections) {
        this.positions = positions;
        this.selections = selections;
    }

    /** Open positions. */
    @Operation(summary = "Positions the models hold, at the newest price")
    @GetMapping("/api/models/positions/current")
    CurrentPositions current(
            @RequestParam(required = false) @Nullable String strategy,
            @RequestParam(required = false) @Nullable String symbol,
            @RequestParam(defaultValue = "0") long run) {
        ModelSelection selection = selections.selection(symbol, run, "strategy", strategy);
        return HeldPositionMapper.answer(selection, positions.of(selection));
    }
}
