/** The lifecycle on Kafka. */
@NullMarked
package dev.tradesuite.portfolio.lifecycle.messaging;

import org.jspecify.annotations.NullMarked;
