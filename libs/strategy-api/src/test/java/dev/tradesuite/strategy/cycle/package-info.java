/** Tests of the cycle, on books kept in memory. */
@NullMarked
package dev.tradesuite.strategy.cycle;

import org.jspecify.annotations.NullMarked;
