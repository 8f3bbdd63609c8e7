/**
 * Whether an account, portfolio, strategy or symbol may trade at all: ACTIVE, REDUCE_ONLY or HALTED, with cause and
 * time.
 *
 * <p>Read {@link dev.tradesuite.risk.state.TradingStateService} for who may change a state and how. The states are
 * enforced at one place, the reservations in {@code exposure}.
 */
@NullMarked
package dev.tradesuite.risk.state;

import org.jspecify.annotations.NullMarked;
