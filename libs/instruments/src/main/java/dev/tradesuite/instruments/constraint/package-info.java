/**
 * Constraints on symbols in requests. Their validators are made by whoever runs the validation and handed the
 * catalogue.
 *
 * <p>Read {@link dev.tradesuite.instruments.constraint.KnownSymbol} first.
 */
@NullMarked
package dev.tradesuite.instruments.constraint;

import org.jspecify.annotations.NullMarked;
