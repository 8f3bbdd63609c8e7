/**
 * The service that says how large a trade may be. It keeps nothing: each answer follows from its question.
 *
 * <p>{@link dev.tradesuite.sizing.position.PositionSizer} has the rules; read it first.
 */
@NullMarked
package dev.tradesuite.sizing;

import org.jspecify.annotations.NullMarked;
