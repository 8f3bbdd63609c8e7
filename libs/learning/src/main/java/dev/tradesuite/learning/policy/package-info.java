/**
 * Learns to hold short, flat or long by trying: clipped PPO with an LSTM or a plain network and its own
 * backpropagation.
 *
 * <p>{@link dev.tradesuite.learning.policy.PpoTrainer} learns, {@link dev.tradesuite.learning.policy.TradingPolicy} is
 * what it has learnt. Seeded and with the arithmetic of {@link StrictMath}: the same result on every machine.
 */
@NullMarked
package dev.tradesuite.learning.policy;

import org.jspecify.annotations.NullMarked;
