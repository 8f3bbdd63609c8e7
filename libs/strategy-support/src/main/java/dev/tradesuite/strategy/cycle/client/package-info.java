/**
 * The books of ledger-service over HTTP.
 *
 * <p>Read {@link dev.tradesuite.strategy.cycle.client.LedgerApi} first.
 */
@NullMarked
package dev.tradesuite.strategy.cycle.client;

import org.jspecify.annotations.NullMarked;
