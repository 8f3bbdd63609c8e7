/** Words of the market that every service shares: sides, signals, timeframes, candles. */
@NullMarked
package dev.tradesuite.contracts.market;

import org.jspecify.annotations.NullMarked;
