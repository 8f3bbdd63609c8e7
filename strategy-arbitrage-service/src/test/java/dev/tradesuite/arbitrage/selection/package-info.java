/** Tests of the rules. */
@NullMarked
package dev.tradesuite.arbitrage.selection;

import org.jspecify.annotations.NullMarked;
