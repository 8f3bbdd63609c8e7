/** The JSON of the Gamma API with its faults, a venue that fails, and settled markets. */
@NullMarked
package dev.tradesuite.market.gamma;

import org.jspecify.annotations.NullMarked;
