/** Tests of the mapping of the strategies. */
@NullMarked
package dev.tradesuite.support.strategy;

import org.jspecify.annotations.NullMarked;
