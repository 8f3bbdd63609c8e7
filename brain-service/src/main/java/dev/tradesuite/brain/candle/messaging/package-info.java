/** Announces new candles on Kafka. */
@NullMarked
package dev.tradesuite.brain.candle.messaging;

import org.jspecify.annotations.NullMarked;
