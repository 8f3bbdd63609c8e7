package dev.tradesuite.signals.trade.web;

import dev.tradesuite.contracts.signals.ModelTradePage;
import dev.tradesuite.contracts.signals.NoDataReason;
import dev.tradesuite.contracts.signals.TradeOutcome;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.signals.series.ModelPage;
import dev.tradesuite.signals.series.ModelSelection;
import dev.tradesuite.signals.series.PagePlace;
import dev.tradesuite.signals.series.web.ChoiceMapper;
import dev.tradesuite.signals.series.web.HeadMapper;
import dev.tradesuite.signals.series.web.PagePlaceMapper;
import dev.tradesuite.signals.series.web.RangeMapper;
import dev.tradesuite.signals.series.web.SelectionMapper;
import dev.tradesuite.signals.trade.ClosedTrade;
import dev.tradesuite.signals.trade.ClosedTradeFilter;
import dev.tradesuite.signals.trade.ClosedTradeStore;
import dev.tradesuite.support.table.TableAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Closed trades of the models. */
@RestController
@Tag(name = "Models")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class ModelTradeController {

    private static final String SUMMARY =
            "Trades closed after from and until to, to included, the newest first; with Accept: text/csv as a table,"
                    + " its Next-Cursor in a header";

    private final ClosedTradeStore trades;
    private final SelectionMapper selections;

    ModelTradeController(ClosedTradeStore trades, SelectionMapper selections) {
        this.trades = trades;
        this.selections = selections;
    }

    /**
     * What is asked for.
     *
     * @param from trades closed after it
     * @param to the last moment that counts
     * @param strategy codes with commas between them
     * @param side {@code long} or {@code short}
     * @param result {@code win}, {@code loss} or {@code even}
     * @param cursor {@code next_cursor} of the page before
     */
    record Asked(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String strategy,
            @Nullable String side,
            @Nullable String result,
            @Nullable String cursor) {}

    /** A page of trades. */
    @Operation(summary = SUMMARY)
    @GetMapping("/api/models/trades")
    ModelTradePage trades(
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String strategy,
            @RequestParam(required = false) @Nullable String side,
            @RequestParam(required = false) @Nullable String result,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
            @RequestParam(required = false) @Nullable String symbol,
            @RequestParam(defaultValue = "0") long run) {
        ModelPage<ClosedTrade> page = page(new Asked(from, to, strategy, side, result, cursor), limit, symbol, run);
        ModelSelection selection = page.selection();
        return new ModelTradePage(
                selection.symbol().orElse(null),
                HeadMapper.timeframe(selection),
                run,
                selection.label().orElse(null),
                page.rows().stream().map(ModelTradeMapper::trade).toList(),
                page.more().map(PagePlaceMapper::cursor).orElse(null),
                HeadMapper.reason(selection, page.rows().isEmpty(), NoDataReason.NO_CLOSED_TRADES));
    }

    /** The same page as a table. */
    @Operation(summary = SUMMARY)
    @GetMapping(path = "/api/models/trades", produces = TableAnswer.TEXT_CSV)
    ResponseEntity<String> table(
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String strategy,
            @RequestParam(required = false) @Nullable String side,
            @RequestParam(required = false) @Nullable String result,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
            @RequestParam(required = false) @Nullable String symbol,
            @RequestParam(defaultValue = "0") long run) {
        ModelPage<ClosedTrade> page = page(new Asked(from, to, strategy, side, result, cursor), limit, symbol, run);
        return TableAnswer.of(
                ModelTradeMapper.csv(page.rows()),
                page.more().map(PagePlaceMapper::cursor).orElse(null));
    }

    private ModelPage<ClosedTrade> page(Asked asked, int limit, @Nullable String symbol, long run) {
        ModelSelection selection = selections.selection(symbol, run, "strategy", asked.strategy());
        ClosedTradeFilter filter = filter(asked, selection);
        Optional<PagePlace> after = PagePlaceMapper.place(asked.cursor());
        // One more than asked for says whether there is a next page.
        List<ClosedTrade> found = selection
                .series()
                .map(series -> trades.page(series, filter, after, limit + 1))
                .orElse(List.of());
        return ModelPage.of(selection, found, limit, ModelTradeController::place);
    }

    private static PagePlace place(ClosedTrade last) {
        return new PagePlace(last.exit().fill().time(), last.id());
    }

    private static ClosedTradeFilter filter(Asked asked, ModelSelection selection) {
        RangeMapper.requireOrder(asked.from(), asked.to());
        return new ClosedTradeFilter(
                selection.ids(),
                asked.from(),
                asked.to(),
                asked.side() == null
                        ? null
                        : ChoiceMapper.choice(
                                "side",
                                asked.side(),
                                new Direction[] {Direction.LONG, Direction.SHORT},
                                direction -> direction.name().toLowerCase(Locale.ROOT)),
                asked.result() == null
                        ? null
                        : ChoiceMapper.choice("result", asked.result(), TradeOutcome.values(), TradeOutcome::wireName));
    }
}
