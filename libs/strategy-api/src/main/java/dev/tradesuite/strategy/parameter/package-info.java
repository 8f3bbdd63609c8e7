/**
 * Parameters of a strategy: what they are called, which values they may have and what they mean.
 *
 * <p>Read {@link dev.tradesuite.strategy.parameter.ParameterSet} first.
 */
@NullMarked
package dev.tradesuite.strategy.parameter;

import org.jspecify.annotations.NullMarked;
