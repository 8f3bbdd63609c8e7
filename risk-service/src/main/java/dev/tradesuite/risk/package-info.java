/**
 * May this trade be made, and is there room for it? Six checks before every trade, reservations that hold room for an
 * order on its way, and the trading state that stops an account, portfolio, strategy or symbol.
 *
 * <p>Read {@link dev.tradesuite.risk.check.PreTradeChecks} first, then
 * {@link dev.tradesuite.risk.exposure.Reservations}, which makes the same checks under the lock of the account. Risk
 * keeps its own memory of each account, fed by the events of the books, and survives a restart with it.
 */
@NullMarked
package dev.tradesuite.risk;

import org.jspecify.annotations.NullMarked;
