/** The rule that stands in for a learned policy: it follows a move that is large for its market, unless it is spent. */
@NullMarked
package dev.tradesuite.brain.model.momentum;

import org.jspecify.annotations.NullMarked;
