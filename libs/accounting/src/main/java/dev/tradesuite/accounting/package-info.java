/**
 * The books as pure functions: {@code account} nets fills into positions and profit, {@code prediction} keeps stakes,
 * marks and settlements of prediction markets, {@code paper} is the paper account of a model. No clock, no I/O.
 */
@NullMarked
package dev.tradesuite.accounting;

import org.jspecify.annotations.NullMarked;
