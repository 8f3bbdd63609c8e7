/** Tells Kafka of the cycles that ended, and counts them. */
@NullMarked
package dev.tradesuite.orchestrator.cycle.messaging;

import org.jspecify.annotations.NullMarked;
