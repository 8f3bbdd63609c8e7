package dev.tradesuite.controller.cycle.web;

import dev.tradesuite.contracts.strategy.ConfigValidation;
import dev.tradesuite.contracts.strategy.CycleReport;
import dev.tradesuite.contracts.strategy.StrategyInfo;
import dev.tradesuite.contracts.strategy.StrategyStatus;
import dev.tradesuite.strategy.cycle.ControllerStats;
import dev.tradesuite.strategy.cycle.CyclePreview;
import dev.tradesuite.strategy.cycle.CycleRequest;
import dev.tradesuite.strategy.cycle.FullCycle;
import dev.tradesuite.strategy.feed.SharedMarkets;
import dev.tradesuite.strategy.parameter.Checked;
import dev.tradesuite.strategy.parameter.Parameter;
import dev.tradesuite.strategy.parameter.ParameterValues;
import dev.tradesuite.strategy.selection.Strategy;
import dev.tradesuite.support.Ids;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The endpoints of a strategy controller. */
@RestController
@RequestMapping("/strategy")
@Tag(name = "Strategy", description = "Cycles of the portfolios this strategy runs.")
public class StrategyCycleController {

    /** Header with the number of the run, see {@code BeginCycleRequest}. */
    static final String FENCE = "X-Cycle-Fence";

    private final Strategy strategy;
    private final FullCycle<CycleReport> cycles;
    private final CyclePreview<CycleReport> preview;
    private final SharedMarkets markets;
    private final ControllerStats stats;

    StrategyCycleController(
            Strategy strategy,
            FullCycle<CycleReport> cycles,
            CyclePreview<CycleReport> preview,
            SharedMarkets markets,
            ControllerStats stats) {
        this.strategy = strategy;
        this.cycles = cycles;
        this.preview = preview;
        this.markets = markets;
        this.stats = stats;
    }

    /** Runs one full cycle of a portfolio. */
    @PostMapping("/execute-full-cycle")
    @PreAuthorize("hasAuthority('SCOPE_internal')")
    @Operation(
            summary = "Run one full cycle of a portfolio",
            description =
                    "Events, filters, signals, orders, prices, snapshot. Repeating it with the same cycle_id trades"
                        + " nothing again; without a cycle_id every call is a cycle of its own. The header"
                        + " X-Cycle-Fence numbers the runs of a portfolio: what a run with a lower number still sends"
                        + " is refused. With dry_run nothing is traded or stored: the answer says what a cycle would"
                        + " want now, and why it would leave the other markets alone.")
    public CycleReport executeFullCycle(
            @RequestParam("portfolio_id") @Positive long portfolioId,
            @RequestParam(name = "cycle_id", required = false) @Nullable UUID cycleId,
            @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
            @RequestHeader(name = FENCE, required = false, defaultValue = "0") @PositiveOrZero long fence) {
        CycleRequest request = new CycleRequest(portfolioId, cycleId == null ? Ids.next() : cycleId, fence);
        return Refusals.asProblems(
                markets.kind(), () -> dryRun ? cycles.dryRun(request, preview) : cycles.run(request));
    }

    /** What the strategy is and which parameters it has. */
    @GetMapping("/info")
    @PreAuthorize("hasAuthority('SCOPE_trade:read')")
    @Operation(summary = "Describe the strategy and its parameters")
    public StrategyInfo info() {
        return new StrategyInfo(
                strategy.name(),
                strategy.description(),
                strategy.type(),
                strategy.version(),
                markets.kind(),
                strategy.parameters().defaults().shown(),
                strategy.parameters().parameters().stream()
                        .map(StrategyCycleController::parameter)
                        .toList());
    }

    /** Checks a configuration without using it. */
    @PostMapping("/validate-config")
    @PreAuthorize("hasAuthority('SCOPE_trade:read')")
    @Operation(
            summary = "Check a configuration",
            description =
                    "The body is the strategy_config of a portfolio. Says everything that is wrong with it, or what "
                            + "it comes to with the defaults filled in.")
    public ConfigValidation validateConfig(@RequestBody Map<String, @Nullable Object> config) {
        return switch (strategy.validate(config)) {
            case Checked.Valid(ParameterValues valid) -> new ConfigValidation(true, List.of(), valid.shown());
            case Checked.Invalid(var faults) ->
                new ConfigValidation(
                        false,
                        faults.stream().map(fault -> Refusals.field("", fault)).toList(),
                        Map.of());
        };
    }

    /** What the controller has done since it started. */
    @GetMapping("/status")
    @PreAuthorize("hasAuthority('SCOPE_trade:read')")
    @Operation(summary = "Tell what the controller has done since it started")
    public StrategyStatus status() {
        return new StrategyStatus(
                strategy.type(),
                "online",
                stats.startedAt(),
                markets.kind(),
                markets.takenAt().orElse(null),
                stats.running(),
                stats.succeeded(),
                stats.failed(),
                stats.lastCycleAt().orElse(null));
    }

    private static StrategyInfo.Parameter parameter(Parameter parameter) {
        return new StrategyInfo.Parameter(
                parameter.name(),
                parameter.kind(),
                parameter.unit(),
                parameter.shown(parameter.defaultValue()),
                parameter.range().inWords(),
                parameter.meaning());
    }
}
