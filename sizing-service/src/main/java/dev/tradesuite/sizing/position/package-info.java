/**
 * How large a trade may be: fixed risk, fixed lot, Kelly and volatility sizing, rounded to what the instrument allows.
 *
 * <p>Read {@link dev.tradesuite.sizing.position.PositionSizer} first; each
 * {@link dev.tradesuite.sizing.position.SizingMethod} says what it wants, and the sizer finds the lots for it.
 */
@NullMarked
package dev.tradesuite.sizing.position;

import org.jspecify.annotations.NullMarked;
