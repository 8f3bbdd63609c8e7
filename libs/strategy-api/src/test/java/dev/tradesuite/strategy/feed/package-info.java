/** Tests of shared markets and the prices they have had. */
@NullMarked
package dev.tradesuite.strategy.feed;

import org.jspecify.annotations.NullMarked;
