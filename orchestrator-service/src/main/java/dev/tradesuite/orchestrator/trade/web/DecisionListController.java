package dev.tradesuite.orchestrator.trade.web;

import dev.tradesuite.contracts.ledger.AccountId;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.Decision;
import dev.tradesuite.contracts.orchestrator.DecisionPage;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.constraint.KnownSymbol;
import dev.tradesuite.orchestrator.order.web.OrderMapper;
import dev.tradesuite.orchestrator.trade.DecisionDocument;
import dev.tradesuite.orchestrator.trade.DecisionService;
import dev.tradesuite.orchestrator.trade.DecisionStore;
import dev.tradesuite.support.access.Access;
import dev.tradesuite.support.access.OwnedBooks;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was decided so far. */
@RestController
@RequestMapping(path = "/api/v1/orchestrator/decisions", produces = MediaType.APPLICATION_JSON_VALUE)
class DecisionListController {

    private final DecisionService decisions;
    private final DecisionSummaryMapper mapper;
    private final OrderMapper orders;
    private final InstrumentCatalog catalog;
    private final Access access;

    DecisionListController(
            DecisionService decisions,
            DecisionSummaryMapper mapper,
            OrderMapper orders,
            InstrumentCatalog catalog,
            Access access) {
        this.decisions = decisions;
        this.mapper = mapper;
        this.orders = orders;
        this.catalog = catalog;
        this.access = access;
    }

    /**
     * Decisions, newest first. Who sees only its own accounts sees no decision about a supposed one.
     *
     * @param from asked for at this time or later
     * @param to asked for before this time
     * @param cursor {@code next_cursor} of the page before; absent for the first
     */
    @GetMapping
    @PreAuthorize("hasAuthority('SCOPE_trade:read')")
    @Operation(summary = "Decisions of one's own accounts after from and until to, the newest first")
    DecisionPage decisions(
            @RequestParam(required = false) @Nullable @AccountId String account,
            @RequestParam(required = false) @Nullable @KnownSymbol String symbol,
            @RequestParam(required = false) @Nullable Decision decision,
            @RequestParam(required = false) @Nullable RunLabel label,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "100") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable UUID cursor) {
        orders.requirePeriod(from, to);
        // One more than asked for says whether there is a next page.
        List<DecisionDocument> found = decisions.list(new DecisionStore.Filter(
                account,
                access.visible(OwnedBooks.Kind.ACCOUNT).orElse(null),
                catalogued(symbol),
                decision,
                label,
                from,
                to,
                new DecisionStore.DecisionSlice(cursor, limit + 1)));
        List<DecisionDocument> page = found.subList(0, Math.min(limit, found.size()));
        return new DecisionPage(
                page.stream().map(mapper::summary).toList(),
                found.size() > limit ? page.getLast().id().toString() : null);
    }

    private @Nullable String catalogued(@Nullable String symbol) {
        return symbol == null ? null : catalog.find(symbol).orElseThrow().symbol();
    }
}
