/** Tests of the optimisers: by hand, by properties, against another solver, and on real prices. */
@NullMarked
package dev.tradesuite.quant.optimiser;

import org.jspecify.annotations.NullMarked;
