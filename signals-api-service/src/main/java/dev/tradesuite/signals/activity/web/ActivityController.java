package dev.tradesuite.signals.activity.web;

import dev.tradesuite.contracts.ledger.AccountId;
import dev.tradesuite.contracts.signals.ActivityKind;
import dev.tradesuite.contracts.signals.ActivityPage;
import dev.tradesuite.signals.activity.ActivityFilter;
import dev.tradesuite.signals.activity.ActivityService;
import dev.tradesuite.signals.activity.KeptActivity;
import dev.tradesuite.signals.series.PagePlace;
import dev.tradesuite.signals.series.web.PagePlaceMapper;
import dev.tradesuite.signals.series.web.RangeMapper;
import dev.tradesuite.support.access.Access;
import dev.tradesuite.support.table.TableAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened. */
@RestController
@Tag(name = "Activity", description = "What happened anywhere in the suite, and what somebody should know of")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class ActivityController {

    private static final String SUMMARY =
            "What happened, the newest first; with Accept: text/csv as a table, its" + " Next-Cursor in a header";
    private static final String DESCRIPTION =
            "Orders, fills, breaches, trading states, cycles, jobs, approvals, strategies, feeds and controllers. What"
                    + " is about an account, a portfolio or a strategy on one is shown to its owner and to"
                    + " administrators.";
    private static final int LONGEST_NAME = 100;
    private static final String TRACE_ID = "[0-9a-f]{1,32}";

    private final ActivityService activities;
    private final Access access;

    ActivityController(ActivityService activities, Access access) {
        this.activities = activities;
        this.access = access;
    }

    /**
     * A page of what happened.
     *
     * @param kind of these kinds; absent: of all
     * @param from what happened at this moment or later
     * @param to what happened before this moment
     * @param cursor {@code next_cursor} of the page before; absent for the first
     */
    @GetMapping("/api/v1/activity")
    @Operation(summary = SUMMARY, description = DESCRIPTION)
    ActivityPage activity(
            @RequestParam(required = false) @Nullable Set<ActivityKind> kind,
            @RequestParam(required = false) @Nullable @AccountId String account,
            @RequestParam(required = false) @Nullable @Size(max = LONGEST_NAME) String symbol,
            @RequestParam(required = false) @Nullable @Size(max = LONGEST_NAME) String strategy,
            @RequestParam(name = "trace_id", required = false) @Nullable @Pattern(regexp = TRACE_ID) String traceId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Lines lines = lines(filter(kind, account, symbol, strategy, traceId, from, to), limit, cursor);
        return new ActivityPage(
                lines.page().stream().map(ActivityEntryMapper::entry).toList(),
                lines.more().map(PagePlaceMapper::cursor).orElse(null));
    }

    /** The same page as a table. */
    @GetMapping(path = "/api/v1/activity", produces = TableAnswer.TEXT_CSV)
    @Operation(summary = SUMMARY, description = DESCRIPTION)
    ResponseEntity<String> table(
            @RequestParam(required = false) @Nullable Set<ActivityKind> kind,
            @RequestParam(required = false) @Nullable @AccountId String account,
            @RequestParam(required = false) @Nullable @Size(max = LONGEST_NAME) String symbol,
            @RequestParam(required = false) @Nullable @Size(max = LONGEST_NAME) String strategy,
            @RequestParam(name = "trace_id", required = false) @Nullable @Pattern(regexp = TRACE_ID) String traceId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Lines lines = lines(filter(kind, account, symbol, strategy, traceId, from, to), limit, cursor);
        return TableAnswer.of(
                ActivityEntryMapper.csv(lines.page()),
                lines.more().map(PagePlaceMapper::cursor).orElse(null));
    }

    /**
     * A page.
     *
     * @param more where the next one begins; empty on the last
     */
    private record Lines(List<KeptActivity> page, Optional<PagePlace> more) {}

    private Lines lines(ActivityFilter filter, int limit, @Nullable String cursor) {
        // One more than asked for says whether there is a next page.
        List<KeptActivity> found =
                activities.page(filter, ActivityReaderMapper.reader(access), PagePlaceMapper.place(cursor), limit + 1);
        List<KeptActivity> page = found.subList(0, Math.min(limit, found.size()));
        return new Lines(page, found.size() > limit ? Optional.of(place(page.getLast())) : Optional.empty());
    }

    private static ActivityFilter filter(
            @Nullable Set<ActivityKind> kind,
            @Nullable String account,
            @Nullable String symbol,
            @Nullable String strategy,
            @Nullable String traceId,
            @Nullable Instant from,
            @Nullable Instant to) {
        RangeMapper.requireOrder(from, to);
        return new ActivityFilter(kind == null ? Set.of() : kind, account, symbol, strategy, traceId, from, to);
    }

    static PagePlace place(KeptActivity last) {
        return new PagePlace(last.what().origin().at(), last.id());
    }
}
