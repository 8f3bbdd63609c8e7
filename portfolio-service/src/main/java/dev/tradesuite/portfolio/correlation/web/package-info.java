/** Correlations over HTTP. Start with {@link dev.tradesuite.portfolio.correlation.web.CorrelationController}. */
@NullMarked
package dev.tradesuite.portfolio.correlation.web;

import org.jspecify.annotations.NullMarked;
