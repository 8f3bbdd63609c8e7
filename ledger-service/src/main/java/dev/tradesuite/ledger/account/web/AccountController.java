package dev.tradesuite.ledger.account.web;

import dev.tradesuite.accounting.account.AccountOpening;
import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.ledger.AccountId;
import dev.tradesuite.contracts.ledger.CreateAccountRequest;
import dev.tradesuite.contracts.ledger.EquityPoint;
import dev.tradesuite.contracts.ledger.Position;
import dev.tradesuite.contracts.ledger.Reconciliation;
import dev.tradesuite.contracts.ledger.StrategyHolding;
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
import dev.tradesuite.ledger.owner.Owners;
import dev.tradesuite.support.access.Access;
import dev.tradesuite.support.access.OpensBooks;
import dev.tradesuite.support.access.OwnedBooks;
import dev.tradesuite.support.idempotency.Claim;
import dev.tradesuite.support.idempotency.web.IdempotentAnswers;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Accounts, what they hold and what they did. */
@RestController
@RequestMapping("/api/v1/accounts")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class AccountController {

    private static final int MOST_RECORDS = 10_000;

    private final BookingService books;
    private final Owners owners;
    private final Access access;
    private final AccountService accounts;
    private final AccountQueries queries;
    private final Currencies currencies;
    private final IdempotentAnswers idempotent;
    private final JsonMapper json;

    AccountController(
            BookingService books,
            Owners owners,
            Access access,
            AccountService accounts,
            AccountQueries queries,
            Currencies currencies,
            IdempotentAnswers idempotent,
            JsonMapper json) {
        this.books = books;
        this.owners = owners;
        this.access = access;
        this.accounts = accounts;
        this.queries = queries;
        this.currencies = currencies;
        this.idempotent = idempotent;
        this.json = json;
    }

    /** Opens a paper account; a repeat with the same {@code Idempotency-Key} is answered as the first. */
    @Operation(
            summary = "Open a paper account",
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            description = "The account",
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = Account.class))))
    @PostMapping
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    ResponseEntity<String> open(
            @OpensBooks @Valid @RequestBody CreateAccountRequest request,
            @RequestHeader(name = IdempotentAnswers.KEY, required = false) @Nullable String key,
            Principal client) {
        ResponseEntity<String> answer =
                idempotent.answer(key, client, "open an account", request, claim -> open(request, claim));
        return ResponseEntity.created(URI.create("/api/v1/accounts/" + request.id()))
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }

    private String open(CreateAccountRequest request, Claim claim) {
        requireKnown(request.currency());
        AccountOpening wanted = new AccountOpening(
                request.id(),
                request.name() == null ? request.id() : request.name(),
                request.currency(),
                RunLabel.PAPER,
                request.initialBalance());
        String owner = access.newOwner();
        return books.open(wanted, opened -> {
                    owners.set(OwnedBooks.account(opened.id()), owner);
                    claim.answer(written(opened));
                })
                .map(this::written)
                .orElseThrow(() ->
                        new ProblemException(ProblemCode.CONFLICT, "There is an account " + request.id() + " already"));
    }

    private String written(dev.tradesuite.accounting.account.Account account) {
        return json.writeValueAsString(AccountMapper.of(account));
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

    /** Every account the caller may see, by id. */
    @Operation(summary = "List the accounts that are one's own; with the scope admin all")
    @GetMapping
    List<Account> list() {
        Optional<Set<String>> visible = access.visible(OwnedBooks.Kind.ACCOUNT);
        return queries.all().stream()
                .filter(account ->
                        visible.map(ids -> ids.contains(account.id())).orElse(true))
                .map(AccountMapper::of)
                .toList();
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
     * Who holds what of an account, by symbol and strategy; closed holdings stay for the profit they have taken.
     *
     * @param strategy what it holds only, {@code unassigned} for what none holds
     */
    @Operation(summary = "Who holds what of an account, strategy by strategy")
    @GetMapping("/{id}/holdings")
    List<StrategyHolding> holdings(
            @PathVariable @AccountId String id,
            @RequestParam(required = false) @Nullable @Size(max = 64) String strategy) {
        return AccountMapper.holdings(known(id, queries.find(id))).stream()
                .filter(holding -> strategy == null || holding.strategy().equals(strategy))
                .toList();
    }

    /**
     * Trades of an account, the newest first.
     *
     * @param strategy those it wanted only, {@code unassigned} for those that none wanted
     * @param from filled at this time or later
     * @param to filled before this time
     * @param limit at most so many
     */
    @Operation(summary = "Trades of an account, the newest first")
    @GetMapping("/{id}/trades")
    List<Trade> trades(
            @PathVariable @AccountId String id,
            @RequestParam(required = false) @Nullable @Size(max = 64) String strategy,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "100") @Min(1) @Max(MOST_RECORDS) int limit) {
        return known(id, queries.trades(id, Optional.ofNullable(strategy), span(from, to, limit))).stream()
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
