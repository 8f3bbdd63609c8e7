package dev.tradesuite.brain.candle.web;

import dev.tradesuite.brain.candle.CandleImportService;
import dev.tradesuite.brain.candle.CandleRow;
import dev.tradesuite.brain.candle.CandleRules;
import dev.tradesuite.brain.candle.CloseTable;
import dev.tradesuite.brain.candle.ClosesService;
import dev.tradesuite.brain.candle.ConflictPolicy;
import dev.tradesuite.brain.candle.ImportOrder;
import dev.tradesuite.brain.candle.ImportOrder.Announcing;
import dev.tradesuite.brain.candle.SeriesIndex;
import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.candle.SeriesReader;
import dev.tradesuite.brain.candle.TimeBounds;
import dev.tradesuite.contracts.brain.AddCandlesRequest;
import dev.tradesuite.contracts.brain.CandlePage;
import dev.tradesuite.contracts.brain.ClosesTable;
import dev.tradesuite.contracts.brain.ImportReport;
import dev.tradesuite.contracts.brain.StoredCandles;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.constraint.KnownSymbol;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Adds candles and reads them back. */
@RestController
@Tag(name = "Candles", description = "Closed bars: import, add, read")
@RequestMapping("/api/v1/candles")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class CandleController {

    private static final String DEFAULT_SOURCE = "rest";

    private final CandleImportService imports;
    private final SeriesReader reader;
    private final SeriesIndex index;
    private final ClosesService closes;
    private final InstrumentCatalog catalog;
    private final Clock clock;

    CandleController(
            CandleImportService imports,
            SeriesReader reader,
            SeriesIndex index,
            ClosesService closes,
            InstrumentCatalog catalog,
            Clock clock) {
        this.imports = imports;
        this.reader = reader;
        this.index = index;
        this.closes = closes;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** Stores closed candles; one that is stored with other prices gets the new ones. */
    @Operation(summary = "Add closed candles, or correct stored ones")
    // A file sent to /import as JSON is the wrong type for that path, not candles of an instrument of that name.
    @PostMapping("/{symbol:(?!import$).+}")
    @PreAuthorize("hasAuthority('SCOPE_trade:execute')")
    ImportReport add(
            @PathVariable @NotBlank @KnownSymbol String symbol, @Valid @RequestBody AddCandlesRequest request) {
        String known = catalogued(symbol);
        Instant now = clock.instant();
        Optional<dev.tradesuite.contracts.market.Candle> forming =
                CandleMapper.forming(request.candles(), request.timeframe(), now);
        List<CandleRow> rows = CandleMapper.rows(known, request.candles()).stream()
                .filter(row -> forming.isEmpty()
                        || !row.openTime().equals(forming.get().openTime()))
                .toList();
        String source = SourceName.requireFree(request.source() == null ? DEFAULT_SOURCE : request.source());
        CandleMapper.requireAll(rows, new CandleRules(request.timeframe(), now, source));
        ImportOrder order =
                new ImportOrder(request.timeframe(), source, ConflictPolicy.REPLACE, Announcing.EVERY_NEWER);
        return ImportReportMapper.of(
                imports.run(sink -> rows.forEach(sink::read), order),
                forming.stream()
                        .map(candle -> "The candle of " + candle.openTime() + " has not closed yet; it was left out.")
                        .toList());
    }

    /** What is stored. */
    @Operation(summary = "List what candles are stored")
    @GetMapping
    StoredCandles stored() {
        return new StoredCandles(index.all().stream()
                .map(state -> new StoredCandles.StoredSeries(
                        state.key().symbol(),
                        state.key().timeframe(),
                        state.first(),
                        state.last(),
                        state.lastClose(),
                        state.count()))
                .toList());
    }

    /** The oldest candles from {@code from} on; without it the newest before {@code to}. Oldest first. */
    @Operation(
            summary = "Read candles, oldest first; without from the newest ones. A timeframe that is not stored is put"
                    + " together from a finer one")
    @GetMapping("/{symbol}")
    CandlePage page(
            @PathVariable @NotBlank @KnownSymbol String symbol,
            @RequestParam(defaultValue = "M5") Timeframe timeframe,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "500") @Min(1) @Max(5000) int limit) {
        SeriesKey key = new SeriesKey(catalogued(symbol), timeframe);
        Instant end = to == null ? TimeBounds.LATEST : TimeBounds.clamp(to);
        SeriesReader.Page page = from == null
                ? reader.newestOf(key, end, limit)
                : reader.oldestOf(key, TimeBounds.clamp(from), end, limit);
        return new CandlePage(
                key.symbol(),
                timeframe,
                page.derivedFrom().orElse(null),
                page.candles().stream().map(CandleMapper::onTheWire).toList(),
                page.candles().isEmpty()
                        ? List.of()
                        : reader.implausible(
                                key,
                                page.candles().getFirst().openTime(),
                                page.candles().getLast().openTime()));
    }

    /** Closes of several symbols on one time axis. */
    @Operation(summary = "Closes of several symbols on one time axis")
    @GetMapping("/closes")
    ClosesTable closes(
            @RequestParam(name = "symbols") @NotEmpty @Size(max = 50) List<@KnownSymbol String> asked,
            @RequestParam(defaultValue = "D1") Timeframe timeframe,
            @RequestParam(defaultValue = "260") @Min(1) @Max(2000) int limit,
            @RequestParam(name = "as_of", required = false) @Nullable Instant asOf) {
        List<String> symbols = asked.stream().map(this::catalogued).distinct().toList();
        CloseTable table = closes.closes(symbols, timeframe, asOf == null ? clock.instant() : asOf, limit);
        return ClosesMapper.of(table);
    }

    private String catalogued(String symbol) {
        return catalog.find(symbol).orElseThrow().symbol();
    }
}
