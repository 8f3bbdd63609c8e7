/** Differences as events. */
@NullMarked
package dev.tradesuite.orchestrator.difference.messaging;

import org.jspecify.annotations.NullMarked;
