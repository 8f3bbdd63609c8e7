/** Asks controllers whether they are there. */
@NullMarked
package dev.tradesuite.orchestrator.strategy.client;

import org.jspecify.annotations.NullMarked;
