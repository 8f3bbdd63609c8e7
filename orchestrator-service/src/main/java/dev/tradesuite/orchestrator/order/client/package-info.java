/** The reservation of an order that takes the place of another, from risk-service. */
@NullMarked
package dev.tradesuite.orchestrator.order.client;

import org.jspecify.annotations.NullMarked;
