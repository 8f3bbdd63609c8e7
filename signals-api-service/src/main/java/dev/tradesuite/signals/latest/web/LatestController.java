package dev.tradesuite.signals.latest.web;

import dev.tradesuite.contracts.signals.LatestModelSignals;
import dev.tradesuite.signals.latest.LatestMemory;
import dev.tradesuite.signals.latest.LatestSignalService;
import dev.tradesuite.signals.series.ModelSelection;
import dev.tradesuite.signals.series.SelectionService;
import dev.tradesuite.signals.series.web.SelectionMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the models said last. */
@RestController
@Tag(name = "Models", description = "What the models say and how their paper accounts do")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class LatestController {

    private final LatestSignalService latest;
    private final SelectionMapper stored;
    private final SelectionMapper remembered;

    LatestController(
            LatestSignalService latest, SelectionMapper stored, SelectionService accounts, LatestMemory memory) {
        this.latest = latest;
        this.stored = stored;
        this.remembered = stored.over(accounts.over(memory.accounts()));
    }

    /** Newest signal of each model. */
    @Operation(summary = "Newest signal of each model, with the newest price and whether the market is open")
    @GetMapping("/api/models/signals/latest")
    LatestModelSignals latest(
            @RequestParam(required = false) @Nullable String symbol, @RequestParam(defaultValue = "0") long run) {
        ModelSelection selection = selection(symbol, run);
        return LatestSignalMapper.answer(selection, latest.of(selection));
    }

    private ModelSelection selection(@Nullable String symbol, long run) {
        ModelSelection selection = remembered.selection(symbol, run, "strategies", null);
        return selection.series().isPresent() ? selection : stored.selection(symbol, run, "strategies", null);
    }
}
