/**
 * What sizing-service accepts and returns.
 *
 * <p>Read {@link dev.tradesuite.contracts.sizing.SizingRequest} first.
 */
@NullMarked
package dev.tradesuite.contracts.sizing;

import org.jspecify.annotations.NullMarked;
