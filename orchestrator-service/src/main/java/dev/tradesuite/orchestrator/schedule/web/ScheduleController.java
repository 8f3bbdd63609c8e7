package dev.tradesuite.orchestrator.schedule.web;

import dev.tradesuite.contracts.cycle.SchedulePage;
import dev.tradesuite.contracts.cycle.ScheduledPortfolio;
import dev.tradesuite.orchestrator.schedule.PortfolioSchedule;
import dev.tradesuite.orchestrator.schedule.PortfolioSchedules;
import dev.tradesuite.orchestrator.schedule.PortfolioSchedules.DueSchedule;
import dev.tradesuite.support.access.Access;
import dev.tradesuite.support.access.OwnedBooks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When the cycles of the portfolios are due. */
@RestController
@RequestMapping(path = "/orchestrator", produces = MediaType.APPLICATION_JSON_VALUE)
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
@Tag(name = "Cycles")
class ScheduleController {

    private final PortfolioSchedules schedules;
    private final Access access;

    ScheduleController(PortfolioSchedules schedules, Access access) {
        this.schedules = schedules;
        this.access = access;
    }

    @GetMapping("/schedules")
    @Operation(summary = "When the cycles of each portfolio were due last and are due next, by portfolio")
    SchedulePage list(
            @RequestParam(required = false) @Nullable @Positive Long after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        List<ScheduledPortfolio> page = schedules.list(after, visible(), limit).stream()
                .map(ScheduleController::scheduled)
                .toList();
        return new SchedulePage(
                page, page.size() < limit ? null : page.getLast().portfolioId());
    }

    /** The caller's own portfolios; absent: it sees all. */
    private @Nullable Set<Long> visible() {
        return access.visible(OwnedBooks.Kind.PORTFOLIO)
                .map(ids -> ids.stream().map(Long::valueOf).collect(Collectors.toUnmodifiableSet()))
                .orElse(null);
    }

    private static ScheduledPortfolio scheduled(DueSchedule due) {
        PortfolioSchedule schedule = due.schedule();
        return new ScheduledPortfolio(
                schedule.portfolioId(),
                schedule.strategyType(),
                schedule.active(),
                schedule.schedule(),
                schedule.lastDueAt(),
                due.nextDueAt());
    }
}
