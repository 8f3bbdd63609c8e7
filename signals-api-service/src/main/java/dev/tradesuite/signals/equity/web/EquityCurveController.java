package dev.tradesuite.signals.equity.web;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.signals.EquityCurves;
import dev.tradesuite.contracts.signals.EquityResolution;
import dev.tradesuite.signals.series.ModelSelection;
import dev.tradesuite.signals.series.web.ChoiceMapper;
import dev.tradesuite.signals.series.web.SelectionMapper;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Equity curves of the models. */
@RestController
@Tag(name = "Models", description = "What the models say and how their paper accounts do")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class EquityCurveController {

    /** Megabytes are sent in pieces of this size. */
    private static final int BUFFER = 1 << 16;

    private static final int MOST_HOURS = 720;

    /** Five years: that many days are few points. */
    private static final int MOST_HOURS_OF_DAYS = 43_848;

    private static final String HOURS = "Up to 720; with resolution=1d up to 43848, five years";

    private final SelectionMapper selections;
    private final EquityCurveMapper curves;

    EquityCurveController(SelectionMapper selections, EquityCurveMapper curves) {
        this.selections = selections;
        this.curves = curves;
    }

    /** Curves of the hours before the newest bar, the newest point included. */
    @Operation(summary = "Equity curves of the hours before the newest bar; If-None-Match is answered with 304")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = EquityCurves.class)))
    @GetMapping("/api/models/equity-curves")
    void curves(
            @Parameter(description = HOURS) @RequestParam(defaultValue = "24") @Min(1) @Max(MOST_HOURS_OF_DAYS)
                    int hours,
            @RequestParam(required = false) @Nullable String strategies,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"5m", "1h", "1d"}))
                    @RequestParam(defaultValue = "5m")
                    String resolution,
            @RequestParam(required = false) @Nullable String symbol,
            @RequestParam(defaultValue = "0") long run,
            WebRequest request,
            HttpServletResponse response)
            throws IOException {
        EquityResolution asked =
                ChoiceMapper.choice("resolution", resolution, EquityResolution.values(), EquityResolution::wireName);
        if (hours > MOST_HOURS && asked != EquityResolution.DAYS) {
            throw ProblemException.invalid(List.of(
                    new FieldError("hours", "OUT_OF_RANGE", "at most 720, or resolution=1d", Integer.toString(hours))));
        }
        ModelSelection selection = selections.selection(symbol, run, "strategies", strategies);
        response.setHeader("Cache-Control", "private, no-cache");
        if (request.checkNotModified(EquityCurveMapper.tag(selection, hours, asked))) {
            return;
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setBufferSize(BUFFER);
        try (OutputStream body = response.getOutputStream()) {
            curves.write(selection, hours, asked, body);
        }
    }
}
