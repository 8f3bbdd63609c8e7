/**
 * Compares the positions that brokers hold with those in the books, and tells of what stays apart.
 *
 * <p>Read {@link dev.tradesuite.orchestrator.difference.PositionComparison} first.
 */
@NullMarked
package dev.tradesuite.orchestrator.difference;

import org.jspecify.annotations.NullMarked;
