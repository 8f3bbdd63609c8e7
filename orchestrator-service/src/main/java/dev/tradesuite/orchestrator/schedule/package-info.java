/**
 * When the cycles of each portfolio are due.
 *
 * <p>Read {@link dev.tradesuite.orchestrator.schedule.ScheduleService}, which keeps the schedules in step with the
 * portfolios, and {@link dev.tradesuite.orchestrator.schedule.DueHandler}, which starts a cycle when one is due.
 */
@NullMarked
package dev.tradesuite.orchestrator.schedule;

import org.jspecify.annotations.NullMarked;
