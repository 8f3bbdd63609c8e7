/**
 * Trades and assessments as records of the contracts, and what only this service can tell about a request: which
 * symbols there are.
 */
@NullMarked
package dev.tradesuite.risk.check.wire;

import org.jspecify.annotations.NullMarked;
