/** Rebalancings on Kafka. */
@NullMarked
package dev.tradesuite.portfolio.rebalancing.messaging;

import org.jspecify.annotations.NullMarked;
