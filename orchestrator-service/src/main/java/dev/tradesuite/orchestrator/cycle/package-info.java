/**
 * Cycles of portfolios: each runs once, under one holder at a time, whatever becomes of that holder.
 *
 * <p>Read {@link dev.tradesuite.orchestrator.cycle.CycleRunner} first;
 * {@link dev.tradesuite.orchestrator.cycle.CycleStore} says who may run a cycle,
 * {@link dev.tradesuite.orchestrator.cycle.Sweeper} what happens to cycles whose holder is gone.
 */
@NullMarked
package dev.tradesuite.orchestrator.cycle;

import org.jspecify.annotations.NullMarked;
