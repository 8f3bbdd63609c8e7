/** Whose orders reservations are for: the orchestrator's and those of portfolios. */
@NullMarked
package dev.tradesuite.risk.exposure.client;

import org.jspecify.annotations.NullMarked;
