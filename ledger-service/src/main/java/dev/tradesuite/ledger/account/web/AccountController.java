package dev.tradesuite.ledger.account.web;

import dev.tradesuite.accounting.account.AccountOpening;
import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.ledger.AccountId;
import dev.tradesuite.contracts.ledger.CreateAccountRequest;
import dev.tradesuite.contracts.ledger.EquityPoint;
import dev.tradesuite.contracts.ledger.Position;
import dev.tradesuite.contracts.ledger.Reconciliation;
import dev.tradesuite.contracts.ledger.Trade;
import dev.tradesuite.contracts.ledger.UpdateAccountRequest;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.ledger.account.AccountQueries;
import dev.tradesuite.ledger.account.AccountService;
import dev.tradesuite.ledger.account.BookingService;
import dev.tradesuite.ledger.account.Currencies;
import dev.tradesuite.ledger.account.Span;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, what they hold and what they did. */
@RestController
@RequestMapping("/api/v1/accounts")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class AccountController {

    private static final int MOST_RECORDS = 10_000;

    private final BookingService books;
    private final AccountService accounts;
    private final AccountQueries queries;
    private final Currencies currencies;

    AccountController(BookingService books, AccountService accounts, AccountQueries queries, Currencies currencies) {
        this.books = books;
        this.accounts = accounts;
        this.queries = queries;
        this.currencies = currencies;
    }

    /** Opens a paper account. */
    @Operation(summary = "Open a paper account")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    ResponseEntity<Account> open(@Valid @RequestBody CreateAccountRequest request) {
        requireKnown(request.currency());
        AccountOpening wanted = new AccountOpening(
                request.id(),
                request.name() == null ? request.id() : request.name(),
                request.currency(),
                RunLabel.PAPER,
                request.initialBalance());
        Account opened = books.open(wanted)
                .map(AccountMapper::of)
                .orElseThrow(() ->
                        new ProblemException(ProblemCode.CONFLICT, "There is an account " + request.id() + " already"));
        return ResponseEntity.created(URI.create("/api/v1/accounts/" + opened.id()))
                .body(opened);
    }

    /** Renames an account, archives it or takes it out of the archive. */
    @Operation(summary = "Rename an account, archive it or take it out of the archive")
    @PatchMapping("/{id}")
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    Account update(@PathVariable @AccountId String id, @Valid @RequestBody UpdateAccountRequest request) {
        if (request.name() == null && request.status() == null) {
            throw ProblemException.invalid(
                    List.of(new FieldError("name", "REQUIRED", "name or status is required", null)));
        }
        return switch (accounts.change(id, new AccountService.Wanted(request.name(), request.status()))) {
            case AccountService.Result.Changed(var account) -> AccountMapper.of(account);
            case AccountService.Result.NoSuchAccount() -> throw unknown(id);
            case AccountService.Result.Refused(String why) -> throw new ProblemException(ProblemCode.CONFLICT, why);
        };
    }

    /** Every account, by id. */
    @Operation(summary = "List the accounts")
    @GetMapping
    List<Account> list() {
        return queries.all().stream().map(AccountMapper::of).toList();
    }

    /** One account as of its last change. */
    @Operation(summary = "One account with its positions and equity, as of its last change")
    @GetMapping("/{id}")
    Account get(@PathVariable @AccountId String id) {
        return AccountMapper.of(known(id, queries.find(id)));
    }

    /** Open positions of an account. */
    @Operation(summary = "Open positions of an account")
    @GetMapping("/{id}/positions")
    List<Position> positions(@PathVariable @AccountId String id) {
        return AccountMapper.positions(known(id, queries.find(id)));
    }

    /**
     * Trades of an account, the newest first.
     *
     * @param from filled at this time or later
     * @param to filled before this time
     * @param limit at most so many
     */
    @Operation(summary = "Trades of an account, the newest first")
    @GetMapping("/{id}/trades")
    List<Trade> trades(
            @PathVariable @AccountId String id,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "100") @Min(1) @Max(MOST_RECORDS) int limit) {
        return known(id, queries.trades(id, span(from, to, limit))).stream()
                .map(AccountMapper::of)
                .toList();
    }

    /**
     * What an account was worth after each of its changes, the oldest first.
     *
     * @param from changed at this time or later
     * @param to changed before this time
     * @param limit at most so many, the newest of them
     */
    @Operation(summary = "Worth of an account after each of its changes, the oldest first")
    @GetMapping("/{id}/history")
    List<EquityPoint> history(
            @PathVariable @AccountId String id,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "1000") @Min(1) @Max(MOST_RECORDS) int limit) {
        return known(id, queries.history(id, span(from, to, limit))).stream()
                .map(AccountMapper::of)
                .toList();
    }

    /** Whether the books of an account are what its trades add up to. */
    @Operation(summary = "Are the books what the trades add up to?")
    @GetMapping("/{id}/reconciliation")
    Reconciliation reconciliation(@PathVariable @AccountId String id) {
        return AccountMapper.of(known(id, queries.reconciliation(id)));
    }

    private static Span span(@Nullable Instant from, @Nullable Instant to, int limit) {
        if (from != null && to != null && !from.isBefore(to)) {
            throw ProblemException.invalid(List.of(
                    new FieldError("to", "OUT_OF_RANGE", "must be after from, which is " + from, to.toString())));
        }
        return new Span(Optional.ofNullable(from), Optional.ofNullable(to), limit);
    }

    private void requireKnown(String currency) {
        if (!currencies.isKnown(currency)) {
            throw ProblemException.invalid(List.of(new FieldError(
                    "currency",
                    "UNKNOWN_CURRENCY",
                    "must be a currency that an instrument is priced in or exchanged for: " + currencies.known(),
                    currency)));
        }
    }

    private static <T> T known(String id, Optional<T> found) {
        return found.orElseThrow(() -> unknown(id));
    }

    static ProblemException unknown(String id) {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no account " + id);
    }
}
