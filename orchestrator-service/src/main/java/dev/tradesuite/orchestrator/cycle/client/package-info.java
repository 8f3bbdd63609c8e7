/** Portfolios, reports and strategy controllers as the cycles call them. */
@NullMarked
package dev.tradesuite.orchestrator.cycle.client;

import org.jspecify.annotations.NullMarked;
