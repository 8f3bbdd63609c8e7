/** What moves the memory of the monitoring, and what it tells of. */
@NullMarked
package dev.tradesuite.portfolio.monitoring.messaging;

import org.jspecify.annotations.NullMarked;
