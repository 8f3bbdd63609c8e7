package dev.tradesuite.portfolio.rebalancing.web;

import dev.tradesuite.contracts.ledger.AccountId;
import dev.tradesuite.contracts.portfolio.RebalancingSchedule;
import dev.tradesuite.contracts.portfolio.RebalancingScheduleRequest;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.portfolio.rebalancing.RebalancingTimes;
import dev.tradesuite.portfolio.rebalancing.RebalancingTimesService;
import dev.tradesuite.support.access.Access;
import dev.tradesuite.support.access.OwnedBooks;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When rebalancings are planned by themselves. */
@RestController
@RequestMapping("/api/v1/portfolio/schedule")
@Tag(name = "Rebalancing")
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
class RebalancingScheduleController {

    private final RebalancingTimesService times;
    private final Access access;

    RebalancingScheduleController(RebalancingTimesService times, Access access) {
        this.times = times;
        this.access = access;
    }

    @GetMapping
    @Operation(summary = "When rebalancings of an account are planned by themselves")
    RebalancingSchedule schedule(
            @RequestParam(name = "account_id", defaultValue = BooksOfRebalancing.USUAL) @AccountId String accountId) {
        access.require(OwnedBooks.account(accountId));
        return times.find(accountId)
                .map(RebalancingScheduleController::written)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND,
                        "No rebalancing of %s is planned by itself; PUT says when".formatted(accountId)));
    }

    @PutMapping
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    @Operation(summary = "Say when rebalancings of an account are planned by themselves; a person approves each")
    RebalancingSchedule set(@Valid @RequestBody RebalancingScheduleRequest request, Principal client) {
        try {
            return written(times.set(new RebalancingTimes(
                    Objects.requireNonNullElse(request.accountId(), BooksOfRebalancing.USUAL),
                    !Boolean.FALSE.equals(request.enabled()),
                    Objects.requireNonNullElse(request.schedule(), RebalancingTimes.FIRST_WORKING_DAY),
                    Objects.requireNonNullElse(request.driftPercent(), RebalancingTimes.DRIFT),
                    Optional.empty(),
                    client.getName())));
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(
                    List.of(new FieldError("schedule", "PATTERN", String.valueOf(e.getMessage()), request.schedule())));
        }
    }

    private static RebalancingSchedule written(RebalancingTimes times) {
        return new RebalancingSchedule(
                times.account(),
                times.enabled(),
                times.schedule(),
                times.driftPercent(),
                times.nextDue().orElse(null),
                times.setBy());
    }
}
