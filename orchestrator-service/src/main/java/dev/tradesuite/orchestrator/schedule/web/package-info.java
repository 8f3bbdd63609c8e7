/** Tells when cycles are due: {@link dev.tradesuite.orchestrator.schedule.web.ScheduleController}. */
@NullMarked
package dev.tradesuite.orchestrator.schedule.web;

import org.jspecify.annotations.NullMarked;
