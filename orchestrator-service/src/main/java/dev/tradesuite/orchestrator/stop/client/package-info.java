/** Trading states, from risk-service. */
@NullMarked
package dev.tradesuite.orchestrator.stop.client;

import org.jspecify.annotations.NullMarked;
