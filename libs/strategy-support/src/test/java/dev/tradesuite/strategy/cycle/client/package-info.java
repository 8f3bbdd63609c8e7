/** Tests of the calls to the books. */
@NullMarked
package dev.tradesuite.strategy.cycle.client;

import org.jspecify.annotations.NullMarked;
