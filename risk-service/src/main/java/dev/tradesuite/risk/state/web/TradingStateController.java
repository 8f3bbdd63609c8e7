package dev.tradesuite.risk.state.web;

import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.risk.ChangeTradingStateRequest;
import dev.tradesuite.contracts.risk.TradingStateInfo;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.risk.state.StateEntry;
import dev.tradesuite.risk.state.StateSubject;
import dev.tradesuite.risk.state.SubjectDirectory;
import dev.tradesuite.risk.state.TradingStateService;
import dev.tradesuite.support.access.Access;
import dev.tradesuite.support.access.OwnedBooks;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is halted, and by whom. */
@RestController
@RequestMapping("/api/v1/risk/trading-state")
@Tag(name = "Trading state", description = "What is halted, why and by whom")
class TradingStateController {

    private final TradingStateService states;
    private final SubjectDirectory directory;
    private final InstrumentCatalog catalog;
    private final Access access;

    TradingStateController(
            TradingStateService states, SubjectDirectory directory, InstrumentCatalog catalog, Access access) {
        this.states = states;
        this.directory = directory;
        this.catalog = catalog;
        this.access = access;
    }

    /** Trading states that were ever set; what is not listed is ACTIVE. */
    @GetMapping
    @Operation(
            summary = "List the trading states",
            description = "States that were ever set, by scope and id; what is not listed is ACTIVE.")
    @PreAuthorize("hasAuthority('SCOPE_trade:read')")
    List<TradingStateInfo> tradingStates(
            @RequestParam(name = "scope", required = false) @Nullable TradingStateScope scope,
            @RequestParam(name = "id", required = false) @Size(max = 64) @Nullable String id) {
        String name = id != null && scope == TradingStateScope.SYMBOL ? named(id) : id;
        return states.list(scope, name).stream()
                .filter(visible())
                .map(TradingStateMapper::info)
                .toList();
    }

    /** Sets a trading state; the name in the token is recorded with the reason. */
    @PutMapping
    @Operation(
            summary = "Set a trading state",
            description = "HALTED allows nothing but cancels, REDUCE_ONLY only orders that make a position smaller. The"
                    + " subject of the token is recorded with the reason. A restriction the system imposes for"
                    + " daily loss ends with the risk day; all others end only here. The account portfolio-7 and"
                    + " the portfolio 7 are one. ALL is everything at once and needs no id; of all states that"
                    + " apply to an order the strictest counts. With if_changed_at a state that has changed since is"
                    + " left as it is (409).")
    @PreAuthorize("hasAuthority('SCOPE_risk:admin')")
    TradingStateInfo changeTradingState(@Valid @RequestBody ChangeTradingStateRequest request, Principal person) {
        StateSubject subject = subject(request);
        return TradingStateMapper.info(changed(subject, request, person.getName()));
    }

    private StateEntry changed(StateSubject subject, ChangeTradingStateRequest request, String person) {
        if (Boolean.TRUE.equals(request.onlyStricter())) {
            return states.tighten(subject, request.state(), request.reason(), person);
        }
        Instant read = request.ifChangedAt();
        return read == null
                ? states.change(subject, request.state(), request.reason(), person)
                : states.replace(subject, read, request.state(), request.reason(), person)
                        .orElseThrow(() -> new ProblemException(
                                ProblemCode.CONFLICT,
                                "the state of %s is not that of %s any more".formatted(subject, read)));
    }

    /** States of books are told to their owner; those of strategies, symbols and everything to everybody. */
    private Predicate<StateEntry> visible() {
        Optional<Set<String>> accounts = access.visible(OwnedBooks.Kind.ACCOUNT);
        Optional<Set<String>> portfolios = access.visible(OwnedBooks.Kind.PORTFOLIO);
        return state -> TradingStateBooks.of(
                        state.subject().scope(), state.subject().id())
                .flatMap(books -> (books.kind() == OwnedBooks.Kind.ACCOUNT ? accounts : portfolios)
                        .map(ids -> ids.contains(books.id())))
                .orElse(true);
    }

    private StateSubject subject(ChangeTradingStateRequest request) {
        TradingStateScope scope = request.scope();
        if (scope == TradingStateScope.ALL) {
            return StateSubject.everything();
        }
        String id = Objects.requireNonNull(request.id());
        StateSubject subject = new StateSubject(scope, scope == TradingStateScope.SYMBOL ? symbol(id) : id);
        if (directory.isUnknown(subject)) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "there is no " + subject);
        }
        return subject;
    }

    /**
     * The symbol of an instrument, or the id of a prediction market. Which markets there are nobody here knows, but
     * their ids have a digit, so that a misspelt currency pair is still told from one.
     */
    private String symbol(String id) {
        String name = named(id);
        if (catalog.find(name).isEmpty() && name.chars().noneMatch(Character::isDigit)) {
            throw new ProblemException(
                    ProblemCode.NOT_FOUND,
                    "there is no symbol %s: expected one that GET /api/v1/instruments lists, or the id of a market"
                            .formatted(id));
        }
        return name;
    }

    private String named(String id) {
        return catalog.find(id).map(Instrument::symbol).orElseGet(() -> id.toUpperCase(Locale.ROOT));
    }
}
