/**
 * When the cycles of each portfolio are due.
 *
 * <p>Read {@link dev.tradesuite.orchestrator.schedule.PlanDesk}, which keeps the schedule in step with the portfolios,
 * and {@link dev.tradesuite.orchestrator.schedule.Ticks}, which asks for a cycle when one is due.
 */
@NullMarked
package dev.tradesuite.orchestrator.schedule;

import org.jspecify.annotations.NullMarked;
