/** Orders on Kafka: what happened to them goes out, candles that fill them come in. */
@NullMarked
package dev.tradesuite.orchestrator.order.messaging;

import org.jspecify.annotations.NullMarked;
