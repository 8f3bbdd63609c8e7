/**
 * The books on Kafka: fills and candles come in, changes of accounts go out.
 *
 * <p>A message that comes twice changes nothing the second time; one that cannot be booked goes to the dead-letter
 * topic with the reason.
 */
@NullMarked
package dev.tradesuite.ledger.account.messaging;

import org.jspecify.annotations.NullMarked;
