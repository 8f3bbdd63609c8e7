/** What the monitoring has to remember. */
@NullMarked
package dev.tradesuite.portfolio.monitoring.store;

import org.jspecify.annotations.NullMarked;
