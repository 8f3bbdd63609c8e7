/** Tests of correlations. */
@NullMarked
package dev.tradesuite.portfolio.correlation;

import org.jspecify.annotations.NullMarked;
