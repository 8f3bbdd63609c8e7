package dev.tradesuite.signals.signal.web;

import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.signals.ModelSignalPage;
import dev.tradesuite.contracts.signals.NoDataReason;
import dev.tradesuite.contracts.signals.PastSignalDetails;
import dev.tradesuite.contracts.signals.SignalSide;
import dev.tradesuite.signals.series.ModelPage;
import dev.tradesuite.signals.series.ModelSelection;
import dev.tradesuite.signals.series.PagePlace;
import dev.tradesuite.signals.series.web.ChoiceMapper;
import dev.tradesuite.signals.series.web.HeadMapper;
import dev.tradesuite.signals.series.web.PagePlaceMapper;
import dev.tradesuite.signals.series.web.RangeMapper;
import dev.tradesuite.signals.series.web.SelectionMapper;
import dev.tradesuite.signals.signal.KeptSignal;
import dev.tradesuite.signals.signal.KeptSignalFilter;
import dev.tradesuite.signals.signal.KeptSignalStore;
import dev.tradesuite.signals.signal.SignalDetailService;
import dev.tradesuite.support.problem.ProblemException;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the models said. */
@RestController
@Tag(name = "Models", description = "What the models say and how their paper accounts do")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class PastSignalController {

    private static final String SUMMARY =
            "What the models said after from and until to, to included, the newest first; with Accept: text/csv as a"
                    + " table, its Next-Cursor in a header";

    private final KeptSignalStore store;
    private final SignalDetailService details;
    private final SelectionMapper selections;
    private final PastSignalMapper mapper;

    PastSignalController(
            KeptSignalStore store, SignalDetailService details, SelectionMapper selections, PastSignalMapper mapper) {
        this.store = store;
        this.details = details;
        this.selections = selections;
        this.mapper = mapper;
    }

    /**
     * What is asked for.
     *
     * @param from signals after it
     * @param to the last moment that counts
     * @param strategy codes with commas between them
     * @param side {@code buy}, {@code sell} or {@code hold}
     * @param cursor {@code next_cursor} of the page before
     */
    private record Asked(
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String strategy,
            @Nullable String side,
            @Nullable String cursor) {}

    /** A page of signals. */
    @Operation(summary = SUMMARY)
    @GetMapping("/api/models/signals")
    ModelSignalPage signals(
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String strategy,
            @RequestParam(required = false) @Nullable String side,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
            @RequestParam(required = false) @Nullable String symbol,
            @RequestParam(defaultValue = "0") long run) {
        ModelPage<KeptSignal> page = page(new Asked(from, to, strategy, side, cursor), limit, symbol, run);
        ModelSelection selection = page.selection();
        return new ModelSignalPage(
                selection.symbol().orElse(null),
                HeadMapper.timeframe(selection),
                run,
                selection.label().orElse(null),
                page.rows().stream().map(mapper::signal).toList(),
                page.more().map(PagePlaceMapper::cursor).orElse(null),
                HeadMapper.reason(selection, page.rows().isEmpty(), NoDataReason.NO_MATCHING_SIGNALS));
    }

    /** The same page as a table. */
    @Operation(summary = SUMMARY)
    @GetMapping(path = "/api/models/signals", produces = TableAnswer.TEXT_CSV)
    ResponseEntity<String> signalTable(
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable String strategy,
            @RequestParam(required = false) @Nullable String side,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
            @RequestParam(required = false) @Nullable String symbol,
            @RequestParam(defaultValue = "0") long run) {
        ModelPage<KeptSignal> page = page(new Asked(from, to, strategy, side, cursor), limit, symbol, run);
        return TableAnswer.of(
                mapper.csv(page.rows()),
                page.more().map(PagePlaceMapper::cursor).orElse(null));
    }

    /** Why a signal was given. */
    @Operation(summary = "Why a model said it: features, votes, the language model's answer, and what the account did")
    @GetMapping("/api/models/signals/{signal_id}")
    PastSignalDetails signal(@PathVariable("signal_id") long signalId) {
        return details.find(signalId)
                .map(mapper::details)
                .orElseThrow(
                        () -> new ProblemException(ProblemCode.NOT_FOUND, "there is no signal %d".formatted(signalId)));
    }

    private ModelPage<KeptSignal> page(Asked asked, int limit, @Nullable String symbol, long run) {
        ModelSelection selection = selections.selection(symbol, run, "strategy", asked.strategy());
        RangeMapper.requireOrder(asked.from(), asked.to());
        KeptSignalFilter filter = new KeptSignalFilter(selection.ids(), asked.from(), asked.to(), side(asked.side()));
        Optional<PagePlace> after = PagePlaceMapper.place(asked.cursor());
        // One more than asked for says whether there is a next page.
        List<KeptSignal> found = selection
                .series()
                .map(series -> store.page(series, filter, after, limit + 1))
                .orElse(List.of());
        return ModelPage.of(selection, found, limit, PastSignalController::place);
    }

    private static PagePlace place(KeptSignal last) {
        return new PagePlace(last.at(), last.strategy().id());
    }

    private static @Nullable SignalSide side(@Nullable String side) {
        return side == null
                ? null
                : ChoiceMapper.choice(
                        "side", side, SignalSide.values(), each -> each.name().toLowerCase(Locale.ROOT));
    }
}
