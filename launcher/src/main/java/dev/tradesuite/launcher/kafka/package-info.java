/**
 * A real Kafka broker in this JVM: one node that is broker and controller, with its log on disk.
 *
 * <p>{@link dev.tradesuite.launcher.kafka.KafkaPart} is the broker as a part of the suite;
 * {@link dev.tradesuite.launcher.kafka.BrokerSettings} holds what makes it small and quick to start.
 */
@NullMarked
package dev.tradesuite.launcher.kafka;

import org.jspecify.annotations.NullMarked;
