package dev.tradesuite.contracts.ledger;

import jakarta.validation.constraints.PositiveOrZero;

/**
 * A controller begins a cycle. {@code PUT /portfolios/{id}/cycles/{cycle_id}}.
 *
 * <p>Repeating it is harmless. From here on the portfolio takes nothing from a holder of a lower fence: that is an
 * instance that was frozen while another took its cycle over. A fence far beyond the newest of the portfolio is taken
 * only when the orchestrator has given it to the cycle.
 *
 * @param fence number of the run; each run of a portfolio gets a higher one than those before it
 */
public record BeginCycleRequest(@PositiveOrZero long fence) {}
