package dev.tradesuite.brain.candle.web;

import dev.tradesuite.brain.candle.LatestPriceService;
import dev.tradesuite.brain.candle.LatestPriceService.LatestClose;
import dev.tradesuite.brain.candle.LatestPriceService.UsualRange;
import dev.tradesuite.brain.candle.SeriesIndex;
import dev.tradesuite.contracts.brain.LatestPrices;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Newest closes, from memory. */
@RestController
@Tag(name = "Prices", description = "Newest closes, from memory")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class PriceController {

    private final LatestPriceService prices;
    private final SeriesIndex index;
    private final InstrumentCatalog catalog;

    PriceController(LatestPriceService prices, SeriesIndex index, InstrumentCatalog catalog) {
        this.prices = prices;
        this.index = index;
        this.catalog = catalog;
    }

    /** Newest close of every symbol asked for that has candles; of all without a question. */
    @Operation(summary = "Newest close of each symbol, and how far it usually moves in a candle of a timeframe")
    @GetMapping("/api/v1/prices/latest")
    LatestPrices latest(
            @RequestParam(name = "symbols", required = false) @Nullable @Size(max = 200) List<String> asked,
            @Parameter(description = "with it every price comes with the average true range of this timeframe")
                    @RequestParam(required = false)
                    @Nullable
                    Timeframe timeframe) {
        Stream<String> wanted = asked == null
                ? index.all().stream().map(state -> state.key().symbol())
                : asked.stream().flatMap(symbol -> catalog.find(symbol).map(Instrument::symbol).stream());
        return new LatestPrices(wanted.distinct()
                .flatMap(symbol -> prices.of(symbol).stream())
                .map(close -> price(close, timeframe))
                .toList());
    }

    private LatestPrices.LatestPrice price(LatestClose close, @Nullable Timeframe timeframe) {
        UsualRange range =
                timeframe == null ? new UsualRange(null, null) : prices.usualRange(close.symbol(), timeframe);
        return new LatestPrices.LatestPrice(close.symbol(), close.price(), close.at(), range.atr(), range.missing());
    }
}
