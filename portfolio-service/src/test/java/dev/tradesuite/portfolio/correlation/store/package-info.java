/** Tests of correlations. */
@NullMarked
package dev.tradesuite.portfolio.correlation.store;

import org.jspecify.annotations.NullMarked;
