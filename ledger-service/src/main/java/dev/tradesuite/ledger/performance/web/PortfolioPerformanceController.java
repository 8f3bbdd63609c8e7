package dev.tradesuite.ledger.performance.web;

import dev.tradesuite.contracts.ledger.BooksEquity;
import dev.tradesuite.contracts.ledger.BooksPerformance;
import dev.tradesuite.contracts.ledger.PortfolioId;
import dev.tradesuite.contracts.ledger.RoundTripPage;
import dev.tradesuite.contracts.signals.ComparisonPeriod;
import dev.tradesuite.contracts.signals.EquityResolution;
import dev.tradesuite.ledger.account.Span;
import dev.tradesuite.ledger.performance.BooksPerformanceService;
import dev.tradesuite.ledger.performance.ClosedOutcomes;
import dev.tradesuite.ledger.performance.ClosedTrip;
import dev.tradesuite.ledger.performance.WorthPoint;
import dev.tradesuite.ledger.prediction.ManagedPortfolio;
import dev.tradesuite.ledger.prediction.PortfolioQueries;
import dev.tradesuite.support.table.TableAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What portfolios were worth, what they closed, and how they did. */
@RestController
@RequestMapping("/portfolios/{id}")
@Tag(name = "Portfolios")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class PortfolioPerformanceController {

    private static final int MOST_POINTS = 10_000;
    private static final String CURRENCY = "USD";
    private static final String CURSOR = "[0-9]{1,17}_[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final String TRIPS = "Closed positions of a portfolio, the newest first; with Accept: text/csv as a"
            + " table, its Next-Cursor in a header";

    private final PortfolioQueries portfolios;
    private final ClosedOutcomes outcomes;
    private final BooksPerformanceService performance;

    PortfolioPerformanceController(
            PortfolioQueries portfolios, ClosedOutcomes outcomes, BooksPerformanceService performance) {
        this.portfolios = portfolios;
        this.outcomes = outcomes;
        this.performance = performance;
    }

    /**
     * What a portfolio was worth when it was opened and at the end of its days.
     *
     * @param from of this time or later
     * @param to before this time
     * @param cursor {@code next_cursor} of the page before; absent for the newest
     */
    @Operation(
            summary = "Equity of a portfolio over time, the oldest first",
            description = "One point a day, taken at the end of a cycle; another resolution is refused.")
    @GetMapping("/equity")
    BooksEquity portfolioEquity(
            @PathVariable("id") @PortfolioId long id,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"1d"}))
                    @RequestParam(defaultValue = "1d")
                    String resolution,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[0-9]{1,17}") String cursor,
            @RequestParam(defaultValue = "10000") @Min(1) @Max(MOST_POINTS) int limit) {
        EquityResolution asked = AskedMapper.resolutionOfPortfolio(resolution);
        Span span = AskedMapper.span(from, to, cursor, limit + 1);
        List<WorthPoint> found = performance.points(portfolios.get(id)).stream()
                .filter(point ->
                        span.from().map(moment -> !point.at().isBefore(moment)).orElse(true))
                .filter(point -> span.to().map(point.at()::isBefore).orElse(true))
                .toList();
        return BooksEquityMapper.ofPortfolio(
                id, CURRENCY, asked, found.subList(Math.max(found.size() - span.limit(), 0), found.size()), limit);
    }

    /** Return, falls, ratios and trades of a portfolio over a period that ends now. */
    @Operation(summary = "How a portfolio did")
    @GetMapping("/performance")
    BooksPerformance portfolioPerformance(
            @PathVariable("id") @PortfolioId long id,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"24h", "7d", "30d", "all"}))
                    @RequestParam(defaultValue = "30d")
                    String period) {
        ComparisonPeriod asked = AskedMapper.period(period);
        return BooksPerformanceMapper.ofPortfolio(
                id, CURRENCY, asked, performance.ofPortfolio(portfolios.get(id), asked));
    }

    /**
     * Closed positions of a portfolio, the newest first.
     *
     * @param from closed at this time or later
     * @param to closed before this time
     * @param symbol of this market
     * @param strategy of a portfolio that it runs
     * @param cursor {@code next_cursor} of the page before; absent for the first
     */
    @Operation(summary = TRIPS)
    @GetMapping("/round-trips")
    RoundTripPage portfolioRoundTrips(
            @PathVariable("id") @PortfolioId long id,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable @Size(max = 64) String symbol,
            @RequestParam(required = false) @Nullable @Size(max = 64) String strategy,
            @RequestParam(required = false) @Nullable @Pattern(regexp = CURSOR) String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        ManagedPortfolio portfolio = portfolios.get(id);
        // One more than asked for says whether there is a next page.
        List<ClosedTrip> found = outcomes.list(
                id,
                portfolio.strategyType(),
                AskedMapper.filter(from, to, symbol, strategy),
                Optional.ofNullable(cursor).map(PortfolioPerformanceController::place),
                limit + 1);
        List<ClosedTrip> page = found.subList(0, Math.min(limit, found.size()));
        return new RoundTripPage(
                CURRENCY,
                page.stream().map(trip -> RoundTripMapper.of(id, trip)).toList(),
                found.size() > limit ? cursor(page.getLast()) : null,
                RoundTripMapper.absentOfPortfolios());
    }

    /** The same page as a table. */
    @Operation(summary = TRIPS)
    @GetMapping(path = "/round-trips", produces = TableAnswer.TEXT_CSV)
    ResponseEntity<String> portfolioRoundTripTable(
            @PathVariable("id") @PortfolioId long id,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable @Size(max = 64) String symbol,
            @RequestParam(required = false) @Nullable @Size(max = 64) String strategy,
            @RequestParam(required = false) @Nullable @Pattern(regexp = CURSOR) String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return TripTableMapper.answer(portfolioRoundTrips(id, from, to, symbol, strategy, cursor, limit));
    }

    private static String cursor(ClosedTrip last) {
        return AskedMapper.cursor(last.exit().at()) + "_" + last.id();
    }

    private static ClosedOutcomes.Place place(String cursor) {
        int split = cursor.indexOf('_');
        return new ClosedOutcomes.Place(
                AskedMapper.moment(cursor.substring(0, split)), UUID.fromString(cursor.substring(split + 1)));
    }
}
