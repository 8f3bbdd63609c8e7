package dev.tradesuite.brain.candle.web;

import dev.tradesuite.brain.candle.CandleImportService;
import dev.tradesuite.brain.candle.CandleSettings;
import dev.tradesuite.brain.candle.ImportOrder;
import dev.tradesuite.brain.candle.ImportOrder.Announcing;
import dev.tradesuite.brain.candle.UnreadableSourceException;
import dev.tradesuite.brain.candle.file.CsvCandles;
import dev.tradesuite.contracts.brain.ImportReport;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
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
@Tag(name = "Candles", description = "Closed bars: import, add, read")
class CandleImportController {

    private static final String NOT_VALID = "NOT_VALID";

    private final CandleImportService imports;
    private final InstrumentCatalog catalog;
    private final DataSize maxSize;
    private final Semaphore parallel;

    CandleImportController(CandleImportService imports, InstrumentCatalog catalog, CandleSettings settings) {
        this.imports = imports;
        this.catalog = catalog;
        this.maxSize = settings.files().maxSize();
        this.parallel = new Semaphore(settings.files().parallel(), true);
    }

    /**
     * Stores the candles of the file in the body.
     *
     * <p>The body is read as it arrives. Nothing is stored unless it arrives whole.
     */
    @Operation(
            summary = "Import candles from a CSV file, plain or gzip",
            requestBody =
                    @RequestBody(
                            description =
                                    "the file as it is; a header is found, and columns without one are known by what"
                                            + " stands in them",
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "text/csv",
                                            schema = @Schema(type = "string", format = "binary"))))
    @PostMapping(
            path = "/api/v1/candles/import",
            consumes = {"text/csv", "text/plain", "application/gzip", "application/x-gzip", "application/octet-stream"})
    @PreAuthorize("hasAuthority('SCOPE_trade:execute')")
    ImportReport importFile(
            @Parameter(description = "length of every candle") @RequestParam Timeframe timeframe,
            @Parameter(description = "instrument of every row; needed when the file has no column for it")
                    @RequestParam(defaultValue = "")
                    String symbol,
            @Parameter(description = "name of the source, such as the file's name; stored with every candle")
                    @RequestParam(defaultValue = "import")
                    @Size(min = 1, max = 64)
                    String source,
            @Parameter(description = "zone of labels without an offset, such as America/Bogota or +03:00; else UTC")
                    @RequestParam(defaultValue = "")
                    String zone,
            @Parameter(
                            description = "HH-HH:zone for labels that lie: those of these hours, the last included, are"
                                    + " wall-clock time of the zone whatever offset they carry; may be repeated",
                            example = "00-12:America/Bogota")
                    @RequestParam(name = "time_rule", required = false)
                    @Nullable
                    List<String> timeRules,
            @Parameter(
                            description =
                                    "auto, epoch_s, epoch_ms, epoch_us, epoch_ns or a pattern such as MM/dd/yyyy HH:mm")
                    @RequestParam(name = "time_format", defaultValue = "")
                    String timeFormat,
            @Parameter(
                            description = "duration added to every label before its zone applies; PT-7H with zone"
                                    + " America/New_York reads server days that roll at 17:00 New York")
                    @RequestParam(defaultValue = "")
                    String shift,
            @Parameter(
                            description =
                                    "field:header or number=field pairs where detection does not find the columns;"
                                            + " fields are time, symbol, open, high, low, close, adjusted_close,"
                                            + " volume; time:DATE+TIME joins two, 1=time is the first column",
                            example = "time:Date,close:Last")
                    @RequestParam(defaultValue = "")
                    String columns,
            @Parameter(description = "true when the first line is a candle already; columns then says which is which")
                    @RequestParam(name = "no_header", defaultValue = "")
                    String noHeader,
            @Parameter(description = "whether 1,845 is 1.845; needed when the numbers of the file do not show it")
                    @RequestParam(name = "decimal_comma", defaultValue = "")
                    String decimalComma,
            @Parameter(description = "keep or replace the stored candle when the file has other prices for it")
                    @RequestParam(name = "on_conflict", defaultValue = "keep")
                    String onConflict,
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
                        noHeader,
                        decimalComma,
                        onConflict),
                catalog);
        ImportOrder order = new ImportOrder(
                timeframe, SourceName.requireFree(source), parameters.onConflict(), Announcing.NEWEST_ONLY);
        if (!parallel.tryAcquire(10, TimeUnit.SECONDS)) {
            throw new ProblemException(
                    ProblemCode.RATE_LIMITED, "Other imports are running; try again when they are done");
        }
        try (InputStream body = request.getInputStream()) {
            return ImportReportMapper.of(
                    imports.run(new CsvCandles(body, parameters.format(), catalog, maxSize.toBytes()), order));
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
