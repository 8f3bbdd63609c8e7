/** Events of decisions. */
@NullMarked
package dev.tradesuite.orchestrator.trade.messaging;

import org.jspecify.annotations.NullMarked;
