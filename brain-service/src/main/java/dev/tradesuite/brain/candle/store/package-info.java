/** Candles in PostgreSQL: plain SQL, COPY for many rows. */
@NullMarked
package dev.tradesuite.brain.candle.store;

import org.jspecify.annotations.NullMarked;
