/**
 * Methods of choosing weights on days they have not seen. {@link dev.tradesuite.benchmarks.walkforward.MonthlyChoice}
 * is the arithmetic.
 */
@NullMarked
package dev.tradesuite.benchmarks.walkforward;

import org.jspecify.annotations.NullMarked;
