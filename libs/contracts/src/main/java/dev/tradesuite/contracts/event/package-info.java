/**
 * The envelope every message on Kafka travels in, and the topics.
 *
 * <p>What {@code data} holds is a record of the package of the service that publishes it.
 */
@NullMarked
package dev.tradesuite.contracts.event;

import org.jspecify.annotations.NullMarked;
