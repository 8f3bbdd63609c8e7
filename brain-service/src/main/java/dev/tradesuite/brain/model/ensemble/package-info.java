/** The ensemble: what the other models say, weighed; no single one of them can move it. */
@NullMarked
package dev.tradesuite.brain.model.ensemble;

import org.jspecify.annotations.NullMarked;
