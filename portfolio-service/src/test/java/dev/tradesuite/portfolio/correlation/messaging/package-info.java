/** Tests of correlations. */
@NullMarked
package dev.tradesuite.portfolio.correlation.messaging;

import org.jspecify.annotations.NullMarked;
