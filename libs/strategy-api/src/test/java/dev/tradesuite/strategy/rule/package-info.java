/** Tests of the rules that more than one strategy uses. */
@NullMarked
package dev.tradesuite.strategy.rule;

import org.jspecify.annotations.NullMarked;
