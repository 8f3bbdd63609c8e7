/** Cycles on Kafka: those that are due come in, those that ended go out. */
@NullMarked
package dev.tradesuite.orchestrator.cycle.messaging;

import org.jspecify.annotations.NullMarked;
