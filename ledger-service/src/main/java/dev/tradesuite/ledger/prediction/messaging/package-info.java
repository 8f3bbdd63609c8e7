/** Changes of portfolios on Kafka, for the other services and for risk-service in the form of an account. */
@NullMarked
package dev.tradesuite.ledger.prediction.messaging;

import org.jspecify.annotations.NullMarked;
