package dev.tradesuite.risk.history.web;

import dev.tradesuite.contracts.ledger.AccountId;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.risk.RiskEventPage;
import dev.tradesuite.contracts.risk.RiskEventType;
import dev.tradesuite.risk.history.EventFilter;
import dev.tradesuite.risk.history.EventPlace;
import dev.tradesuite.risk.history.LoggedEvent;
import dev.tradesuite.risk.history.RiskEventLog;
import dev.tradesuite.risk.state.StateSubject;
import dev.tradesuite.support.access.Access;
import dev.tradesuite.support.access.OwnedBooks;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened to the risk of accounts. */
@RestController
@Tag(name = "History", description = "Breaches and changes, with who and why")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class RiskEventController {

    private static final String CURSOR =
            "[0-9]{1,17}_(BREACH|STATE_CHANGE|LIMIT_CHANGE|HIGH_WATER_MARK_CHANGE)_[0-9]{1,18}";

    private final RiskEventLog log;
    private final Access access;

    RiskEventController(RiskEventLog log, Access access) {
        this.log = log;
        this.access = access;
    }

    /**
     * Breaches, and changes of trading states, limits and high-water marks.
     *
     * @param from events of this moment or later
     * @param to events before this moment
     * @param cursor {@code next_cursor} of the page before; absent for the first
     */
    @GetMapping("/api/v1/risk/events")
    @Operation(
            summary = "What happened, the newest first",
            description =
                    "Breaches, and changes of trading states, limits and high-water marks, with who and why. Events of"
                        + " an account include changes of the state of everything. The database refuses to change or"
                        + " remove them before their time is over.")
    RiskEventPage events(
            @RequestParam(required = false) @Nullable @AccountId String account,
            @RequestParam(required = false) @Nullable RiskEventType type,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
            @RequestParam(required = false) @Nullable @Pattern(regexp = CURSOR) String cursor) {
        if (from != null && to != null && from.isAfter(to)) {
            throw ProblemException.invalid(
                    List.of(new FieldError("from", "OUT_OF_RANGE", "must not be after to", from.toString())));
        }
        EventFilter filter = new EventFilter(
                Optional.ofNullable(account), visible(), Optional.ofNullable(from), Optional.ofNullable(to));
        Set<RiskEventType> types = type == null ? EnumSet.allOf(RiskEventType.class) : EnumSet.of(type);
        // One more than asked for says whether there is a next page.
        List<LoggedEvent> found =
                log.page(types, filter, Optional.ofNullable(cursor).map(RiskEventController::place), limit + 1);
        List<LoggedEvent> page = found.subList(0, Math.min(limit, found.size()));
        return new RiskEventPage(
                page.stream().map(RiskEventMapper::write).toList(),
                found.size() > limit ? cursor(page.getLast().place()) : null);
    }

    /** The caller's accounts, those kept for its portfolios included; empty when it sees all. */
    private Optional<Set<String>> visible() {
        Optional<Set<String>> portfolios = access.visible(OwnedBooks.Kind.PORTFOLIO);
        return access.visible(OwnedBooks.Kind.ACCOUNT).map(accounts -> Stream.concat(
                        accounts.stream(), portfolios.orElse(Set.of()).stream().map(StateSubject::accountOf))
                .collect(Collectors.toSet()));
    }

    private static String cursor(EventPlace last) {
        return "%d_%s_%d".formatted(ChronoUnit.MICROS.between(Instant.EPOCH, last.at()), last.type(), last.number());
    }

    private static EventPlace place(String cursor) {
        int first = cursor.indexOf('_');
        int last = cursor.lastIndexOf('_');
        return new EventPlace(
                Instant.EPOCH.plus(Long.parseLong(cursor.substring(0, first)), ChronoUnit.MICROS),
                RiskEventType.valueOf(cursor.substring(first + 1, last)),
                Long.parseLong(cursor.substring(last + 1)));
    }
}
