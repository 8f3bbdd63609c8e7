/** Rebalancings in PostgreSQL, and who carries them out. */
@NullMarked
package dev.tradesuite.portfolio.rebalancing.store;

import org.jspecify.annotations.NullMarked;
