package dev.tradesuite.portfolio.correlation.web;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.CorrelationHistory;
import dev.tradesuite.contracts.portfolio.CorrelationRefresh;
import dev.tradesuite.contracts.portfolio.CorrelationReport;
import dev.tradesuite.contracts.portfolio.CorrelationWindow;
import dev.tradesuite.contracts.portfolio.RollingCorrelation;
import dev.tradesuite.contracts.portfolio.SelectUnlikeRequest;
import dev.tradesuite.contracts.portfolio.SelectedStrategies;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.portfolio.correlation.AbsentReturnService;
import dev.tradesuite.portfolio.correlation.CorrelationKey;
import dev.tradesuite.portfolio.correlation.CorrelationRefreshService;
import dev.tradesuite.portfolio.correlation.CorrelationService;
import dev.tradesuite.portfolio.correlation.CorrelationSnapshot;
import dev.tradesuite.portfolio.correlation.CorrelationStore;
import dev.tradesuite.portfolio.correlation.ReturnLabels;
import dev.tradesuite.portfolio.correlation.RollingPairService;
import dev.tradesuite.portfolio.correlation.StrategyPair;
import dev.tradesuite.portfolio.correlation.UnlikeStrategyService;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How strategies move together. */
@RestController
@RequestMapping("/api/v1/correlation")
@Tag(name = "Correlation", description = "How strategies move together")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class CorrelationController {

    private static final String LABELS = "LIVE, PAPER, BACKTEST, BACKFILL, SIMULATED, or any for all together;"
            + " needed when the returns have several labels";
    private static final int HISTORY_DAYS = 90;
    private static final int MOST_HISTORY_DAYS = 400;

    private final CorrelationService correlations;
    private final RollingPairService pairs;
    private final UnlikeStrategyService selections;
    private final CorrelationRefreshService refresh;
    private final AbsentReturnService absent;
    private final CorrelationQuestionMapper questions;
    private final WrittenCorrelations written;
    private final Clock clock;

    CorrelationController(
            CorrelationService correlations,
            RollingPairService pairs,
            UnlikeStrategyService selections,
            CorrelationRefreshService refresh,
            AbsentReturnService absent,
            CorrelationQuestionMapper questions,
            WrittenCorrelations written,
            Clock clock) {
        this.correlations = correlations;
        this.pairs = pairs;
        this.selections = selections;
        this.refresh = refresh;
        this.absent = absent;
        this.questions = questions;
        this.written = written;
        this.clock = clock;
    }

    /** The matrix and what it comes to. */
    @Operation(
            summary = "Correlations of strategies, with average, diversification ratio, effective bets and clusters",
            description =
                    "Window: the newest 30, 90 or 365 daily returns, or 10d: the hourly returns of ten days. A pair"
                            + " with fewer than 20 returns in common is null in the matrix, and absent_pairs says why.")
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = CorrelationReport.class)))
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> matrix(
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"30", "90", "365", "10d"}))
                    @RequestParam(defaultValue = "90")
                    String window,
            @Parameter(description = LABELS) @RequestParam(required = false) @Nullable String label,
            @Parameter(description = "Codes, separated by commas; all that are not retired when absent")
                    @RequestParam(required = false)
                    @Nullable
                    @Size(max = 500)
                    List<String> codes,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"sample", "ledoit_wolf"}))
                    @RequestParam(defaultValue = "sample")
                    String estimator) {
        CorrelationKey key = new CorrelationKey(
                CorrelationQuestionMapper.window(window),
                CorrelationQuestionMapper.labels(label),
                CorrelationQuestionMapper.estimator(estimator),
                questions.codes(codes));
        CorrelationSnapshot snapshot = CorrelationProblemMapper.answer(correlations.find(key));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(written.of(
                        key, snapshot, absent.of(key.window(), snapshot.basis().withoutReturns())));
    }

    /** How the correlation of two strategies went. */
    @Operation(
            summary = "Rolling correlation of two strategies, one point for each day that ends a full window",
            description = "Window 10d: of the hourly returns of the ten days up to the newest hour of each day, from 20"
                    + " common hours on; hours are kept for 40 days.")
    @GetMapping("/pair")
    RollingCorrelation pair(
            @RequestParam String a,
            @RequestParam String b,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"30", "90", "365", "10d"}))
                    @RequestParam(defaultValue = "90")
                    String window,
            @Parameter(description = LABELS) @RequestParam(required = false) @Nullable String label,
            @Parameter(description = "Points at most, the newest")
                    @RequestParam(defaultValue = "365")
                    @Min(1)
                    @Max(1825)
                    int days) {
        questions.requirePair(a, b);
        RollingPairService.Question question = new RollingPairService.Question(
                StrategyPair.of(a, b),
                CorrelationQuestionMapper.window(window),
                CorrelationQuestionMapper.labels(label),
                days);
        return CorrelationHistoryMapper.rolling(question, CorrelationProblemMapper.answer(pairs.roll(question)));
    }

    /** What was stored. */
    @Operation(
            summary =
                    "Correlations of all strategies as they were stored: the newest of each day, and changes of regime",
            description =
                    "At most 400 days; the last 90 unless stated. With a and b also the correlation of that pair.")
    @GetMapping("/history")
    CorrelationHistory history(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"30", "90", "365", "10d"}))
                    @RequestParam(defaultValue = "90")
                    String window,
            @Parameter(description = "All, each by itself, when absent") @RequestParam(required = false) @Nullable
                    RunLabel label,
            @RequestParam(required = false) @Nullable String a,
            @RequestParam(required = false) @Nullable String b) {
        CorrelationStore.Asked asked = asked(from, to, CorrelationQuestionMapper.window(window), label);
        return CorrelationHistoryMapper.history(asked, pair(a, b), correlations.history(asked));
    }

    /** Computes all anew. */
    @Operation(summary = "Compute the correlations of all strategies anew, as happens every 15 minutes by itself")
    @PostMapping("/refresh")
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    CorrelationRefresh refresh() {
        return CorrelationHistoryMapper.refresh(refresh.refresh());
    }

    /** Selects strategies that are not alike. */
    @Operation(
            summary = "Select strategies that are not alike",
            description = "Greedy: the best first, then each next best one that is not too much like one already"
                    + " selected; says why each of the others was left out.")
    @PostMapping("/select")
    SelectedStrategies select(@Valid @RequestBody SelectUnlikeRequest request) {
        UnlikeStrategyService.Question question = new UnlikeStrategyService.Question(
                questions.codes(request.codes()),
                Objects.requireNonNullElse(request.window(), CorrelationWindow.DAYS_365),
                request.label() == null ? ReturnLabels.sole() : ReturnLabels.only(request.label()),
                request.maxCorrelation(),
                request.count(),
                request.by());
        return SelectedStrategiesMapper.selected(
                question, CorrelationProblemMapper.answer(selections.select(question)));
    }

    private CorrelationStore.Asked asked(
            @Nullable LocalDate from, @Nullable LocalDate to, CorrelationWindow window, @Nullable RunLabel label) {
        LocalDate last = to == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : to;
        LocalDate first = from == null ? last.minusDays(HISTORY_DAYS - 1L) : from;
        if (first.isAfter(last) || first.isBefore(last.minusDays(MOST_HISTORY_DAYS - 1L))) {
            throw ProblemException.invalid(List.of(new FieldError(
                    "from",
                    "OUT_OF_RANGE",
                    "a day from %s to %s".formatted(last.minusDays(MOST_HISTORY_DAYS - 1L), last),
                    first.toString())));
        }
        return new CorrelationStore.Asked(Optional.ofNullable(label), window, first, last);
    }

    private Optional<StrategyPair> pair(@Nullable String a, @Nullable String b) {
        if (a == null && b == null) {
            return Optional.empty();
        }
        if (a == null || b == null) {
            throw ProblemException.invalid(
                    List.of(new FieldError(a == null ? "a" : "b", "REQUIRED", "a pair has two codes, a and b", null)));
        }
        questions.requirePair(a, b);
        return Optional.of(StrategyPair.of(a, b));
    }
}
