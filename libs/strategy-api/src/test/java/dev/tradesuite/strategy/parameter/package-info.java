/** Tests of parameters. */
@NullMarked
package dev.tradesuite.strategy.parameter;

import org.jspecify.annotations.NullMarked;
