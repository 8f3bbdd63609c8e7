package dev.tradesuite.ledger.performance.web;

import dev.tradesuite.accounting.account.Account;
import dev.tradesuite.contracts.ledger.AccountId;
import dev.tradesuite.contracts.ledger.BooksEquity;
import dev.tradesuite.contracts.ledger.BooksPerformance;
import dev.tradesuite.contracts.ledger.RoundTripPage;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.signals.ComparisonPeriod;
import dev.tradesuite.contracts.signals.EquityResolution;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.ledger.account.AccountQueries;
import dev.tradesuite.ledger.performance.BooksPerformanceService;
import dev.tradesuite.ledger.performance.ClosedTrip;
import dev.tradesuite.ledger.performance.EquityLines;
import dev.tradesuite.ledger.performance.RoundTripService;
import dev.tradesuite.support.problem.ProblemException;
import dev.tradesuite.support.table.TableAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What accounts were worth, what they closed, and how they did. */
@RestController
@RequestMapping("/api/v1/accounts/{id}")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class AccountPerformanceController {

    private static final int MOST_POINTS = 10_000;
    private static final String TRIPS = "Round trips of an account, lots matched first in first out, the newest first;"
            + " with Accept: text/csv as a table, its Next-Cursor in a header";

    private final AccountQueries accounts;
    private final EquityLines lines;
    private final RoundTripService trips;
    private final BooksPerformanceService performance;
    private final InstrumentCatalog catalog;

    AccountPerformanceController(
            AccountQueries accounts,
            EquityLines lines,
            RoundTripService trips,
            BooksPerformanceService performance,
            InstrumentCatalog catalog) {
        this.accounts = accounts;
        this.lines = lines;
        this.trips = trips;
        this.performance = performance;
        this.catalog = catalog;
    }

    /**
     * What an account was worth at the end of every five minutes, hour or day in which it changed.
     *
     * @param from of this time or later
     * @param to before this time
     * @param cursor {@code next_cursor} of the page before; absent for the newest
     */
    @Operation(
            summary = "Equity of an account over time, the oldest first",
            description =
                    "The last point of every five minutes, hour or day (UTC) in which the account changed. Returns"
                            + " have cash paid in or out taken out of them.")
    @GetMapping("/equity")
    BooksEquity equity(
            @PathVariable @AccountId String id,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"5m", "1h", "1d"}))
                    @RequestParam(defaultValue = "1h")
                    String resolution,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[0-9]{1,17}") String cursor,
            @RequestParam(defaultValue = "10000") @Min(1) @Max(MOST_POINTS) int limit) {
        EquityResolution asked = AskedMapper.resolution(resolution);
        Account account = known(id);
        return BooksEquityMapper.ofAccount(
                id,
                account.currency(),
                asked,
                lines.points(id, asked, AskedMapper.span(from, to, cursor, limit + 1)),
                limit);
    }

    /** Return, falls, ratios and trades of an account over a period that ends now. */
    @Operation(summary = "How an account did; cash paid in or out is no return")
    @GetMapping("/performance")
    BooksPerformance performance(
            @PathVariable @AccountId String id,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"24h", "7d", "30d", "all"}))
                    @RequestParam(defaultValue = "30d")
                    String period) {
        ComparisonPeriod asked = AskedMapper.period(period);
        return BooksPerformanceMapper.ofAccount(id, known(id).currency(), asked, performance.ofAccount(id, asked));
    }

    /**
     * What an account opened and closed again, the newest first.
     *
     * @param from closed at this time or later
     * @param to closed before this time
     * @param strategy opened by it, {@code unassigned} for what none wanted
     * @param cursor {@code next_cursor} of the page before; absent for the first
     */
    @Operation(summary = TRIPS)
    @GetMapping("/round-trips")
    RoundTripPage roundTrips(
            @PathVariable @AccountId String id,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable @Size(max = 64) String symbol,
            @RequestParam(required = false) @Nullable @Size(max = 64) String strategy,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[0-9]{1,18}") String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        Account account = known(id);
        String name = symbol == null
                ? null
                : catalog.find(symbol).map(Instrument::symbol).orElse(symbol);
        // One more than asked for says whether there is a next page.
        List<ClosedTrip> found = trips.list(
                id,
                AskedMapper.filter(from, to, name, strategy),
                Optional.ofNullable(cursor).map(Long::valueOf),
                limit + 1);
        List<ClosedTrip> page = found.subList(0, Math.min(limit, found.size()));
        return new RoundTripPage(
                account.currency(),
                page.stream().map(trip -> RoundTripMapper.of(id, trip)).toList(),
                found.size() > limit ? page.getLast().id() : null,
                RoundTripMapper.absentOfAccounts(page));
    }

    /** The same page as a table. */
    @Operation(summary = TRIPS)
    @GetMapping(path = "/round-trips", produces = TableAnswer.TEXT_CSV)
    ResponseEntity<String> roundTripTable(
            @PathVariable @AccountId String id,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable @Size(max = 64) String symbol,
            @RequestParam(required = false) @Nullable @Size(max = 64) String strategy,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[0-9]{1,18}") String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        return TripTableMapper.answer(roundTrips(id, from, to, symbol, strategy, cursor, limit));
    }

    private Account known(String id) {
        return accounts.find(id)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no account " + id));
    }
}
