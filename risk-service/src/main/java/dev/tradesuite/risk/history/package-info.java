/**
 * What happened to the risk of accounts: breaches, changes of trading states, limits and high-water marks, with who and
 * why.
 *
 * <p>Read {@link dev.tradesuite.risk.history.RiskEventLog} first. The rows are written where things happen, by
 * {@code account} and {@code state}, in the transaction that makes them so; the database refuses to change or remove
 * one before its retention is over.
 */
@NullMarked
package dev.tradesuite.risk.history;

import org.jspecify.annotations.NullMarked;
