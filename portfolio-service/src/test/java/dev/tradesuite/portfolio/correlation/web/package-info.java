/** Tests of correlations. */
@NullMarked
package dev.tradesuite.portfolio.correlation.web;

import org.jspecify.annotations.NullMarked;
