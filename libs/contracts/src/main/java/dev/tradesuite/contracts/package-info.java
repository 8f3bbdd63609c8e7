/**
 * Records that travel between services, one package per owning service.
 *
 * <p>Components are camelCase here and snake_case on the wire. A record holds no calculation; constraints that a
 * request must meet are Jakarta Validation annotations on it. Read
 * {@link dev.tradesuite.contracts.orchestrator.TradeRequest} first: it is where a trade begins.
 */
@NullMarked
package dev.tradesuite.contracts;

import org.jspecify.annotations.NullMarked;
