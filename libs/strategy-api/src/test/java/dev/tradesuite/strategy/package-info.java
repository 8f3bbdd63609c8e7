/** Tests of what a strategy is and of its cycle. */
@NullMarked
package dev.tradesuite.strategy;

import org.jspecify.annotations.NullMarked;
