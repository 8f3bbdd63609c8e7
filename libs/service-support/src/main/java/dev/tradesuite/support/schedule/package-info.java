/** When something is due again and again: {@link dev.tradesuite.support.schedule.ScheduleExpression}. */
@NullMarked
package dev.tradesuite.support.schedule;

import org.jspecify.annotations.NullMarked;
