package dev.tradesuite.brain.bar.web;

import dev.tradesuite.brain.bar.BarReplayService;
import dev.tradesuite.brain.bar.ReplayedBars;
import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.candle.TimeBounds;
import dev.tradesuite.brain.model.bar.BarModels;
import dev.tradesuite.contracts.brain.BarSignals;
import dev.tradesuite.contracts.brain.ReplaySize;
import dev.tradesuite.contracts.brain.StrategyModel;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.constraint.KnownSymbol;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The trading models: which there are, and what they say about bars of the past. */
@RestController
@RequestMapping("/api/v1/brain/models")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
@Tag(name = "Models", description = "The trading models that judge every closed bar")
class BarModelController {

    private static final String NDJSON = "application/x-ndjson";

    private final BarModels models;
    private final BarReplayService replays;
    private final InstrumentCatalog catalog;
    private final JsonMapper json;
    private final Clock clock;

    BarModelController(
            BarModels models, BarReplayService replays, InstrumentCatalog catalog, JsonMapper json, Clock clock) {
        this.models = models;
        this.replays = replays;
        this.catalog = catalog;
        this.json = json;
        this.clock = clock;
    }

    /** Every model with what decides now for a series. */
    @Operation(summary = "List the trading models, and what decides for a symbol and timeframe")
    @GetMapping
    List<StrategyModel> list(
            @RequestParam(defaultValue = "EURUSD") @KnownSymbol String symbol,
            @RequestParam(defaultValue = "M5") Timeframe timeframe) {
        SeriesKey series = series(symbol, timeframe);
        return models.all().stream()
                .map(model -> StrategyModelMapper.of(model, series))
                .toList();
    }

    /**
     * What every model says about each stored bar of a stretch, one JSON object a line, oldest first. The answer is
     * written as it is computed.
     */
    @Operation(summary = "Judge the stored bars of a stretch again, one JSON object a line")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = BarSignals.class)))
    @GetMapping(path = "/replay", produces = NDJSON)
    void replay(
            @RequestParam @NotBlank @KnownSymbol String symbol,
            @RequestParam(defaultValue = "M5") Timeframe timeframe,
            @RequestParam Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable @Positive Long limit,
            HttpServletResponse response)
            throws IOException {
        SeriesKey series = series(symbol, timeframe);
        response.setContentType(NDJSON);
        OutputStream out = new BufferedOutputStream(response.getOutputStream(), 1 << 16);
        replays.replay(
                series,
                span(from, to, limit == null ? Long.MAX_VALUE : limit),
                clock.instant(),
                judged -> write(out, BarSignalMapper.onTheWire(judged, "stored", RunLabel.BACKFILL)));
        out.flush();
    }

    /** How many bars such a replay judges, as far as is known without judging them. */
    @Operation(summary = "How many stored bars a replay judges")
    @GetMapping("/replay/size")
    ReplaySize size(
            @RequestParam @NotBlank @KnownSymbol String symbol,
            @RequestParam(defaultValue = "M5") Timeframe timeframe,
            @RequestParam Instant from,
            @RequestParam(required = false) @Nullable Instant to) {
        return new ReplaySize(replays.size(series(symbol, timeframe), span(from, to, Long.MAX_VALUE), clock.instant()));
    }

    private static ReplayedBars span(Instant from, @Nullable Instant to, long limit) {
        return new ReplayedBars(TimeBounds.clamp(from), to == null ? TimeBounds.LATEST : TimeBounds.clamp(to), limit);
    }

    private void write(OutputStream out, BarSignals bar) {
        try {
            out.write(json.writeValueAsBytes(bar));
            out.write('\n');
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private SeriesKey series(String symbol, Timeframe timeframe) {
        return new SeriesKey(catalog.find(symbol).orElseThrow().symbol(), timeframe);
    }
}
