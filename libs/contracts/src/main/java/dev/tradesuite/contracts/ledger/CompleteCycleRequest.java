package dev.tradesuite.contracts.ledger;

import dev.tradesuite.contracts.strategy.CycleReport;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * A controller ends a cycle: takes the snapshot and stores the report. {@code POST
 * /portfolios/{id}/cycles/{cycle_id}/complete}; repeating it answers what is stored.
 *
 * @param fence of the run
 * @param report what happened; its {@code snapshot} is absent and filled in by the answer
 */
public record CompleteCycleRequest(@PositiveOrZero long fence, @NotNull CycleReport report) {}
