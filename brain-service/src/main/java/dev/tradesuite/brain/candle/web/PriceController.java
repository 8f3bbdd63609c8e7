package dev.tradesuite.brain.candle.web;

import dev.tradesuite.brain.candle.SeriesIndex;
import dev.tradesuite.brain.candle.SeriesState;
import dev.tradesuite.brain.candle.SymbolNames;
import dev.tradesuite.contracts.brain.LatestPrices;
import io.swagger.v3.oas.annotations.Operation;
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

    private final SeriesIndex index;
    private final Symbols symbols;

    PriceController(SeriesIndex index, SymbolNames symbols) {
        this.index = index;
        this.symbols = new Symbols(symbols);
    }

    /** Newest close of every symbol asked for that has candles; of all without a question. */
    @Operation(summary = "Newest close of each symbol")
    @GetMapping("/api/v1/prices/latest")
    LatestPrices latest(
            @RequestParam(name = "symbols", required = false) @Nullable @Size(max = 200) List<String> asked) {
        Stream<String> wanted = asked == null
                ? index.all().stream().map(state -> state.key().symbol())
                : asked.stream().flatMap(symbol -> symbols.find(symbol).stream());
        return new LatestPrices(wanted.distinct()
                .flatMap(symbol -> index.newestOf(symbol).stream())
                .map(PriceController::price)
                .toList());
    }

    private static LatestPrices.LatestPrice price(SeriesState newest) {
        return new LatestPrices.LatestPrice(newest.key().symbol(), newest.lastClose(), newest.lastCloseTime());
    }
}
