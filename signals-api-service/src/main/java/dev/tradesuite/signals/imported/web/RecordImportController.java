package dev.tradesuite.signals.imported.web;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.signals.CreateImportRequest;
import dev.tradesuite.contracts.signals.RecordImportReport;
import dev.tradesuite.contracts.signals.StrategyType;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.signals.imported.RecordFileException;
import dev.tradesuite.signals.imported.RecordImportService;
import dev.tradesuite.signals.imported.RecordImportService.Imported;
import dev.tradesuite.signals.imported.RecordOrder;
import dev.tradesuite.signals.imported.RecordedTrade;
import dev.tradesuite.support.idempotency.Claim;
import dev.tradesuite.support.idempotency.web.IdempotentAnswers;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Imports recorded trades. */
@RestController
@Tag(name = "Models")
class RecordImportController {

    private final RecordImportService imports;
    private final InstrumentCatalog catalog;
    private final IdempotentAnswers idempotent;
    private final JsonMapper json;

    RecordImportController(
            RecordImportService imports, InstrumentCatalog catalog, IdempotentAnswers idempotent, JsonMapper json) {
        this.imports = imports;
        this.catalog = catalog;
        this.idempotent = idempotent;
        this.json = json;
    }

    /** Imports; a repeat with the same {@code Idempotency-Key} is answered as the first. */
    @Operation(
            summary = "Import recorded trades and equity as a run of its own",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "What became of every row",
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = RecordImportReport.class))))
    @PostMapping("/api/models/imports")
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    ResponseEntity<String> run(
            @Valid @RequestBody CreateImportRequest request,
            @RequestHeader(name = IdempotentAnswers.KEY, required = false) @Nullable String key,
            Principal client) {
        RecordOrder order = order(request);
        return idempotent.answer(key, client, "import trades", request, claim -> run(order, claim));
    }

    private String run(RecordOrder order, Claim claim) {
        try {
            return written(order, imports.run(order, imported -> claim.answer(written(order, imported))));
        } catch (RecordFileException e) {
            throw ProblemException.invalid(
                    List.of(new FieldError(e.file(), "UNREADABLE", String.valueOf(e.getMessage()), null)));
        }
    }

    private RecordOrder order(CreateImportRequest request) {
        List<FieldError> faults = new ArrayList<>();
        String symbol = symbol(request.symbol(), faults);
        Optional<StrategyType> known = imports.knownType(request.strategyCode());
        if (known.isPresent() && known.get() != request.strategyType()) {
            faults.add(new FieldError(
                    "strategy_type",
                    "NOT_VALID",
                    "%s is of type %s".formatted(request.strategyCode(), known.get()),
                    request.strategyType().name()));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(faults);
        }
        return new RecordOrder(
                new RecordOrder.RecordedStrategy(
                        request.strategyCode(),
                        Objects.requireNonNullElse(request.strategyName(), request.strategyCode()),
                        request.strategyType()),
                symbol,
                Objects.requireNonNullElse(request.timeframe(), Timeframe.M5),
                Objects.requireNonNullElse(request.label(), RunLabel.PAPER),
                Optional.ofNullable(request.startingCapital()),
                request.trades(),
                Optional.ofNullable(request.equity()),
                Boolean.TRUE.equals(request.dryRun()));
    }

    private String symbol(String asked, List<FieldError> faults) {
        Optional<String> known = catalog.find(asked).map(Instrument::symbol);
        if (known.isEmpty()) {
            faults.add(new FieldError("symbol", ProblemCode.UNKNOWN_SYMBOL.name(), catalog.refusal(asked), asked));
        }
        return known.orElse("");
    }

    private String written(RecordOrder order, Imported imported) {
        List<RecordedTrade> trades = imported.recorded().trades();
        long refusedPoints = imported.refused().stream()
                .filter(row -> row.file().equals("equity"))
                .count();
        return json.writeValueAsString(new RecordImportReport(
                imported.run().orElse(null),
                order.strategy().code(),
                order.symbol(),
                order.timeframe(),
                order.isDryRun(),
                imported.recorded().startingCapital(),
                trades.stream().map(RecordedTrade::profit).reduce(BigDecimal.ZERO, BigDecimal::add),
                new RecordImportReport.RowCount(imported.tradesRead(), trades.size()),
                imported.pointsRead()
                        .map(read -> new RecordImportReport.RowCount(read, read - Math.toIntExact(refusedPoints)))
                        .orElse(null),
                imported.refused().stream()
                        .map(row -> new RecordImportReport.RefusedRecord(
                                row.file(),
                                row.line(),
                                row.reason(),
                                row.reason().sentence() + " Found: " + row.found()))
                        .toList()));
    }
}
