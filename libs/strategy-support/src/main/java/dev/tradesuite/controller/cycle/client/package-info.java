/**
 * The books of ledger-service over HTTP.
 *
 * <p>Read {@link dev.tradesuite.controller.cycle.client.LedgerCycleApi} first.
 */
@NullMarked
package dev.tradesuite.controller.cycle.client;

import org.jspecify.annotations.NullMarked;
