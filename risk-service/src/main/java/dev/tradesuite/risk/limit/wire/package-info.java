/** Limits and trading states as records of the contracts, and back. */
@NullMarked
package dev.tradesuite.risk.limit.wire;

import org.jspecify.annotations.NullMarked;
