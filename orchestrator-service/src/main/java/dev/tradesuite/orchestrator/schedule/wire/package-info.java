/** Reads intervals and cron expressions. */
@NullMarked
package dev.tradesuite.orchestrator.schedule.wire;

import org.jspecify.annotations.NullMarked;
