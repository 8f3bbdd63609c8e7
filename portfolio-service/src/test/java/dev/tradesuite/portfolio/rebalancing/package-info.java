/** Tests of rebalancing. */
@NullMarked
package dev.tradesuite.portfolio.rebalancing;

import org.jspecify.annotations.NullMarked;
