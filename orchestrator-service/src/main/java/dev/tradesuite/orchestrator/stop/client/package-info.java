/** Trading states of risk-service, and portfolios of ledger-service. */
@NullMarked
package dev.tradesuite.orchestrator.stop.client;

import org.jspecify.annotations.NullMarked;
