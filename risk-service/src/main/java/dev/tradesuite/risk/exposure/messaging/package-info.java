/** What the books report and what becomes of orders, from Kafka. */
@NullMarked
package dev.tradesuite.risk.exposure.messaging;

import org.jspecify.annotations.NullMarked;
