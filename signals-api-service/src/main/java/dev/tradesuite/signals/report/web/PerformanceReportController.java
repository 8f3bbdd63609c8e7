package dev.tradesuite.signals.report.web;

import dev.tradesuite.contracts.signals.ComparisonPeriod;
import dev.tradesuite.contracts.signals.PerformanceComparison;
import dev.tradesuite.signals.calibration.CalibrationService;
import dev.tradesuite.signals.calibration.web.CalibrationMapper;
import dev.tradesuite.signals.performance.DetailedPerformance;
import dev.tradesuite.signals.performance.PerformanceDetailService;
import dev.tradesuite.signals.performance.PerformanceService;
import dev.tradesuite.signals.performance.PerformanceWindow;
import dev.tradesuite.signals.performance.web.ComparisonMapper;
import dev.tradesuite.signals.performance.web.PerformanceDetailMapper;
import dev.tradesuite.signals.series.ModelSelection;
import dev.tradesuite.signals.series.OneModel;
import dev.tradesuite.signals.series.web.ChoiceMapper;
import dev.tradesuite.signals.series.web.SelectionMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The report of a model. */
@RestController
@Tag(name = "Models", description = "What the models say and how their paper accounts do")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class PerformanceReportController {

    private static final int BINS = 10;

    /** Nothing is fetched and nothing runs; the page's own style, which a hash names, is all that is allowed. */
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                    .formatted(hash(PerformanceReportPage.STYLE));

    private final PerformanceDetailService details;
    private final PerformanceService performance;
    private final CalibrationService calibrations;
    private final SelectionMapper selections;
    private final ComparisonMapper comparisons;
    private final PerformanceDetailMapper answers;

    PerformanceReportController(
            PerformanceDetailService details,
            PerformanceService performance,
            CalibrationService calibrations,
            SelectionMapper selections,
            ComparisonMapper comparisons,
            PerformanceDetailMapper answers) {
        this.details = details;
        this.performance = performance;
        this.calibrations = calibrations;
        this.selections = selections;
        this.comparisons = comparisons;
        this.answers = answers;
    }

    /** The report as a page. */
    @Operation(summary = "How one model did, as one page of HTML without script or links that prints well")
    @GetMapping(path = "/api/models/report.html", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> report(
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
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
                .header("Content-Security-Policy", POLICY)
                .body(PerformanceReportPage.html(content(model, asked)));
    }

    private ReportContent content(OneModel model, ComparisonPeriod period) {
        ModelSelection selection = model.selection();
        Optional<PerformanceWindow> window = details.window(selection, period);
        Optional<DetailedPerformance> found = details.of(selection, period);
        PerformanceComparison compared =
                comparisons.answer(period, selection, window, performance.of(selection, period));
        return new ReportContent(
                answers.answer(period, model, window, found),
                compared.strategies().stream().findFirst(),
                CalibrationMapper.answer(model, calibrations.of(selection, BINS)),
                found.map(DetailedPerformance::curve));
    }

    private static String hash(String style) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
