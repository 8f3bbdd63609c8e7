package dev.tradesuite.signals.run.web;

import dev.tradesuite.contracts.signals.ModelRunPage;
import dev.tradesuite.signals.run.KeptRun;
import dev.tradesuite.signals.run.KeptRunStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which runs there are to read. */
@RestController
@Tag(name = "Models", description = "What the models say and how their paper accounts do")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class ModelRunController {

    private final KeptRunStore runs;

    ModelRunController(KeptRunStore runs) {
        this.runs = runs;
    }

    /** Runs, the newest first; the live one, 0, is the last. */
    @Operation(summary = "The runs that can be read as run=: imports, backtests and, as 0, what is live and backfilled")
    @GetMapping("/api/models/runs")
    ModelRunPage runs(
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[0-9]{1,18}") String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        List<KeptRun> found = runs.page(cursor == null ? null : Long.valueOf(cursor), limit + 1);
        List<KeptRun> page = found.subList(0, Math.min(limit, found.size()));
        return new ModelRunPage(
                page.stream().map(ModelRunMapper::of).toList(),
                found.size() > limit ? Long.toString(page.getLast().id()) : null);
    }
}
