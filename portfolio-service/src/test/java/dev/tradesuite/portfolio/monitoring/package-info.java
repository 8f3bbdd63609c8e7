/** Tests of the monitoring. */
@NullMarked
package dev.tradesuite.portfolio.monitoring;

import org.jspecify.annotations.NullMarked;
