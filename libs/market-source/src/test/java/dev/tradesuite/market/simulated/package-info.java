/** The simulator over hours, and the mathematics of its prices. */
@NullMarked
package dev.tradesuite.market.simulated;

import org.jspecify.annotations.NullMarked;
