/** What the monitoring asks of other services. */
@NullMarked
package dev.tradesuite.portfolio.monitoring.client;

import org.jspecify.annotations.NullMarked;
