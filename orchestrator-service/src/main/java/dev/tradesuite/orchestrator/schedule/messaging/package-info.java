/** Learns of changed portfolios from Kafka. */
@NullMarked
package dev.tradesuite.orchestrator.schedule.messaging;

import org.jspecify.annotations.NullMarked;
