package dev.tradesuite.signals.calibration.web;

import dev.tradesuite.contracts.signals.ModelCalibration;
import dev.tradesuite.signals.calibration.CalibrationService;
import dev.tradesuite.signals.series.OneModel;
import dev.tradesuite.signals.series.web.SelectionMapper;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How reliable the confidence of a model is. */
@RestController
@Tag(name = "Models", description = "What the models say and how their paper accounts do")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class CalibrationController {

    private final CalibrationService calibrations;
    private final SelectionMapper selections;

    CalibrationController(CalibrationService calibrations, SelectionMapper selections) {
        this.calibrations = calibrations;
        this.selections = selections;
    }

    /** Reliability, Brier score and hit rate. */
    @Operation(
            summary = "Whether the confidence of a model means what it says, by what came of its signals 24 bars later")
    @GetMapping("/api/models/calibration")
    ModelCalibration calibration(
            @RequestParam String strategy,
            @RequestParam(defaultValue = "10") @Min(1) @Max(100) int bins,
            @RequestParam(required = false) @Nullable String symbol,
            @RequestParam(defaultValue = "0") long run) {
        OneModel model = selections.one(symbol, run, strategy);
        return CalibrationMapper.answer(model, calibrations.of(model.selection(), bins));
    }
}
