/**
 * Which strategies are mapped, and which of their controllers answer.
 *
 * <p>Read {@link dev.tradesuite.orchestrator.strategy.StatusBoard}.
 */
@NullMarked
package dev.tradesuite.orchestrator.strategy;

import org.jspecify.annotations.NullMarked;
