package dev.tradesuite.brain.candle.web;

import dev.tradesuite.brain.candle.CandleImport;
import dev.tradesuite.brain.candle.ImportOrder;
import dev.tradesuite.brain.candle.ImportOrder.Announcing;
import dev.tradesuite.brain.candle.SymbolNames;
import dev.tradesuite.brain.candle.UnreadableSourceException;
import dev.tradesuite.brain.candle.file.CandleFile;
import dev.tradesuite.contracts.brain.ImportReport;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Imports files. */
@RestController
class CandleImportController {

    private static final String NOT_VALID = "NOT_VALID";

    private final CandleImport candleImport;
    private final SymbolNames symbols;
    private final DataSize maxSize;
    private final Semaphore parallel;

    CandleImportController(CandleImport candleImport, SymbolNames symbols, ImportLimits limits) {
        this.candleImport = candleImport;
        this.symbols = symbols;
        this.maxSize = limits.maxSize();
        this.parallel = new Semaphore(limits.parallel(), true);
    }

    /**
     * Stores the candles of the file in the body.
     *
     * <p>The body is read as it arrives. Nothing is stored unless it arrives whole.
     */
    @Operation(summary = "Import candles from a CSV file, plain or gzip")
    @PostMapping(
            path = "/api/v1/candles/import",
            consumes = {"text/csv", "text/plain", "application/gzip", "application/x-gzip", "application/octet-stream"})
    @PreAuthorize("hasAuthority('SCOPE_trade:execute')")
    ImportReport importFile(
            @RequestParam Timeframe timeframe,
            @RequestParam(defaultValue = "") String symbol,
            @RequestParam(defaultValue = "import") @Size(min = 1, max = 64) String source,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(name = "time_rule", required = false) @Nullable List<String> timeRules,
            @RequestParam(name = "time_format", defaultValue = "") String timeFormat,
            @RequestParam(defaultValue = "") String shift,
            @RequestParam(defaultValue = "") String columns,
            @RequestParam(name = "on_conflict", defaultValue = "keep") String onConflict,
            HttpServletRequest request)
            throws IOException, InterruptedException {
        ImportParameters parameters = ImportParameters.read(
                new ImportParameters.Texts(
                        symbol,
                        columns,
                        timeFormat,
                        zone,
                        shift,
                        timeRules == null ? List.of() : timeRules,
                        onConflict),
                symbols);
        ImportOrder order = new ImportOrder(timeframe, source, parameters.onConflict(), Announcing.NEWEST_ONLY);
        if (!parallel.tryAcquire(10, TimeUnit.SECONDS)) {
            throw new ProblemException(
                    ProblemCode.RATE_LIMITED, "Other imports are running; try again when they are done");
        }
        try (InputStream body = request.getInputStream()) {
            return ImportReports.of(
                    candleImport.run(new CandleFile(body, parameters.format(), symbols, maxSize.toBytes()), order));
        } catch (UnreadableSourceException cause) {
            throw problem(cause);
        } finally {
            parallel.release();
        }
    }

    private static ProblemException problem(UnreadableSourceException cause) {
        String detail = cause.getMessage() + "; nothing was stored";
        if (cause.isTooLarge()) {
            return new ProblemException(ProblemCode.BODY_TOO_LARGE, detail);
        }
        List<FieldError> errors = cause.faults().isEmpty()
                ? List.of(new FieldError("body", "UNREADABLE", String.valueOf(cause.getMessage()), null))
                : cause.faults().stream()
                        .map(fault -> new FieldError(fault.setting(), NOT_VALID, fault.message(), null))
                        .toList();
        return new ProblemException(ProblemCode.VALIDATION_FAILED, detail, errors);
    }
}
