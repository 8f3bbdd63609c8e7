/**
 * The six checks before a trade: all of them run, all of them are reported, and the worst decides the level.
 *
 * <p>Read {@link dev.tradesuite.risk.check.PreTradeChecks} first. A check is a pure function from a
 * {@link dev.tradesuite.risk.check.CheckCase} to a {@link dev.tradesuite.risk.check.CheckResult}; what it needs of an
 * account is in {@link dev.tradesuite.risk.check.AccountSnapshot}. Plain Java: no Spring, SQL, HTTP or JSON.
 */
@NullMarked
package dev.tradesuite.risk.check;

import org.jspecify.annotations.NullMarked;
