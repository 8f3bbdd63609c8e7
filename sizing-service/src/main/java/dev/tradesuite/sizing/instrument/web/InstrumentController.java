package dev.tradesuite.sizing.instrument.web;

import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.sizing.InstrumentInfo;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be traded, and in which units. */
@RestController
@RequestMapping("/api/v1/instruments")
@Tag(name = "Instruments", description = "What can be traded, and in which units.")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class InstrumentController {

    private final InstrumentCatalog catalog;
    private final List<InstrumentInfo> all;

    InstrumentController(InstrumentCatalog catalog) {
        this.catalog = catalog;
        this.all = catalog.all().stream().map(InstrumentController::info).toList();
    }

    /** Every instrument of the catalogue. */
    @GetMapping
    @Operation(summary = "List the instruments")
    List<InstrumentInfo> instruments() {
        return all;
    }

    /** One instrument; the symbol as in every request, such as EUR-USD. */
    @GetMapping("/{symbol}")
    @Operation(
            summary = "Describe one instrument",
            description = "The symbol as in every request, such as eurusd or EUR-USD.")
    InstrumentInfo instrument(@PathVariable String symbol) {
        return catalog.find(symbol)
                .map(InstrumentController::info)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND,
                        "There is no instrument %s: %s".formatted(symbol, catalog.refusal(symbol))));
    }

    private static InstrumentInfo info(Instrument instrument) {
        return new InstrumentInfo(
                instrument.symbol(),
                instrument.assetClass().name().toLowerCase(Locale.ROOT),
                instrument.base(),
                instrument.quote(),
                instrument.contractSize(),
                instrument.pipSize(),
                instrument.tickSize(),
                instrument.lotStep(),
                instrument.minLot().value(),
                instrument.maxLot().value(),
                instrument.marginRate(),
                instrument.minStopPips().value(),
                instrument.maxStopPips().value(),
                instrument.defaultStopPips().value());
    }
}
