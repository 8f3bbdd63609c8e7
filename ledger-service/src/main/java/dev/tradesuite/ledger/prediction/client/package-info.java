/** What portfolios ask of other services: room of risk-service, and an opinion of the controllers of strategies. */
@NullMarked
package dev.tradesuite.ledger.prediction.client;

import org.jspecify.annotations.NullMarked;
