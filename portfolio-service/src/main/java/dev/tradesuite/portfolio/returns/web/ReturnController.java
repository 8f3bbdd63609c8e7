package dev.tradesuite.portfolio.returns.web;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.portfolio.AddReturnsRequest;
import dev.tradesuite.contracts.portfolio.DailyReturnPage;
import dev.tradesuite.contracts.portfolio.ReturnImportReport;
import dev.tradesuite.contracts.portfolio.ReturnReason;
import dev.tradesuite.contracts.portfolio.ReturnRefreshReport;
import dev.tradesuite.contracts.portfolio.StrategyCode;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.portfolio.registry.RegisteredStrategy;
import dev.tradesuite.portfolio.registry.RegistryService;
import dev.tradesuite.portfolio.returns.RecordedReturn;
import dev.tradesuite.portfolio.returns.ReturnImportService;
import dev.tradesuite.portfolio.returns.ReturnRefreshService;
import dev.tradesuite.portfolio.returns.ReturnStore;
import dev.tradesuite.support.access.BooksOf;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Daily returns of strategies. */
@RestController
@RequestMapping("/api/v1/strategies/{code}/returns")
@Tag(name = "Strategies")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class ReturnController {

    private static final String TEXT_CSV = "text/csv";
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final RegistryService registry;
    private final ReturnImportService imports;
    private final ReturnRefreshService refreshes;
    private final ReturnStore returns;

    ReturnController(
            RegistryService registry,
            ReturnImportService imports,
            ReturnRefreshService refreshes,
            ReturnStore returns) {
        this.registry = registry;
        this.imports = imports;
        this.refreshes = refreshes;
        this.returns = returns;
    }

    /** Stores returns; each row for itself. */
    @PostMapping
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    @Operation(
            summary = "Store daily returns; a row that is refused keeps no other from being stored",
            description = "Another return for a day that has one is stored under the next version. LIVE and PAPER are"
                    + " taken for strategies with the source imported alone: the other sources tell them themselves.")
    ReturnImportReport add(
            @PathVariable @BooksOf("strategy") @StrategyCode String code,
            @RequestParam RunLabel label,
            @Valid @RequestBody AddReturnsRequest request) {
        return add(code, label, new ReturnTableMapper.Table(DailyReturnMapper.rows(request), List.of()));
    }

    /** The same from a table. */
    @PostMapping(consumes = TEXT_CSV)
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    @Operation(
            summary = "Store daily returns; a row that is refused keeps no other from being stored",
            description = "Another return for a day that has one is stored under the next version. LIVE and PAPER are"
                    + " taken for strategies with the source imported alone: the other sources tell them themselves.")
    ReturnImportReport addTable(
            @PathVariable @BooksOf("strategy") @StrategyCode String code,
            @RequestParam RunLabel label,
            @RequestBody String table) {
        return add(code, label, ReturnTableMapper.read(table));
    }

    private ReturnImportReport add(String code, RunLabel label, ReturnTableMapper.Table table) {
        RegisteredStrategy strategy = known(code);
        Set<RunLabel> allowed = ReturnImportService.allowed(strategy);
        if (!allowed.contains(label)) {
            throw ProblemException.invalid(List.of(new FieldError(
                    "label",
                    "UNKNOWN_VALUE",
                    "expected one of %s: what %s trades it tells itself"
                            .formatted(
                                    allowed.stream().map(RunLabel::name).collect(Collectors.joining(", ")),
                                    strategy.source().text()),
                    label.name())));
        }
        return DailyReturnMapper.report(code, label, imports.add(strategy, label, table.rows(), table.unreadable()));
    }

    /** Asks the source now; the schedule does so once a day. */
    @PostMapping("/refresh")
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    @Operation(summary = "Ask the source of a strategy for the returns of the days that are over")
    ReturnRefreshReport refresh(@PathVariable @BooksOf("strategy") @StrategyCode String code) {
        RegisteredStrategy strategy = known(code);
        return switch (refreshes.refresh(strategy)) {
            case ReturnRefreshService.Refresh.Refreshed refreshed -> DailyReturnMapper.report(code, refreshed);
            case ReturnRefreshService.Refresh.Failed(Reason why) ->
                throw new ProblemException(
                        why.code().equals(ReturnReason.SOURCE_NOT_ANSWERING.name())
                                ? ProblemCode.SERVICE_OFFLINE
                                : ProblemCode.NOT_COMPUTABLE,
                        "%s %s".formatted(why.code(), why.message()));
            case ReturnRefreshService.Refresh.NobodyToAsk() ->
                throw new ProblemException(
                        ProblemCode.NOT_COMPUTABLE,
                        "The returns of %s are handed in, POST /api/v1/strategies/%s/returns; there is nobody to ask"
                                .formatted(code, code));
        };
    }

    /** A page of returns. */
    @GetMapping
    @Operation(
            summary =
                    "Daily returns by day, from and to included; with Accept: text/csv as a table, its Next-Cursor in a"
                            + " header")
    DailyReturnPage page(
            @PathVariable @BooksOf("strategy") @StrategyCode String code,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable RunLabel label,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "1000") @Min(1) @Max(10_000) int limit) {
        Page page = page(asked(code, from, to, label, cursor, limit));
        return DailyReturnMapper.page(code, page.returns(), page.next());
    }

    /** The same page as a table. */
    @GetMapping(produces = TEXT_CSV)
    @Operation(
            summary =
                    "Daily returns by day, from and to included; with Accept: text/csv as a table, its Next-Cursor in a"
                            + " header")
    ResponseEntity<String> table(
            @PathVariable @BooksOf("strategy") @StrategyCode String code,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable RunLabel label,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "1000") @Min(1) @Max(10_000) int limit) {
        Page page = page(asked(code, from, to, label, cursor, limit));
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8));
        if (page.next() != null) {
            answer.header("Next-Cursor", page.next());
        }
        return answer.body(ReturnTableMapper.csv(page.returns()));
    }

    /** @param next where the next page begins; null on the last */
    private record Page(List<RecordedReturn> returns, @Nullable String next) {}

    private Page page(ReturnStore.Asked asked) {
        RegisteredStrategy strategy = known(asked.code());
        int limit = asked.most();
        // One more than asked for says whether there is a next page.
        List<RecordedReturn> found = returns.page(new ReturnStore.Asked(
                strategy.code(), asked.from(), asked.to(), asked.label(), asked.after(), limit + 1));
        return found.size() <= limit
                ? new Page(found, null)
                : new Page(found.subList(0, limit), DailyReturnMapper.cursor(found.get(limit - 1)));
    }

    private static ReturnStore.Asked asked(
            String code,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable RunLabel label,
            @Nullable String cursor,
            int limit) {
        if (from != null && to != null && from.isAfter(to)) {
            throw ProblemException.invalid(List.of(
                    new FieldError("to", "OUT_OF_RANGE", "must not be before from, which is " + from, to.toString())));
        }
        return new ReturnStore.Asked(
                code,
                from == null ? FIRST : from,
                to == null ? LAST : to,
                Optional.ofNullable(label),
                DailyReturnMapper.place(cursor),
                limit);
    }

    private RegisteredStrategy known(String code) {
        return registry.find(code)
                .orElseThrow(() -> new ProblemException(ProblemCode.NOT_FOUND, "There is no strategy " + code));
    }
}
