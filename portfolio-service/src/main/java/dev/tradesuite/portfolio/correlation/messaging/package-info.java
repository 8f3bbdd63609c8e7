/** What is told of correlations on {@code portfolio.events}. */
@NullMarked
package dev.tradesuite.portfolio.correlation.messaging;

import org.jspecify.annotations.NullMarked;
