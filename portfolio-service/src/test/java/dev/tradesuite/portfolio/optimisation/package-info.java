/** Tests of the optimiser, through its use cases and through REST. */
@NullMarked
package dev.tradesuite.portfolio.optimisation;

import org.jspecify.annotations.NullMarked;
