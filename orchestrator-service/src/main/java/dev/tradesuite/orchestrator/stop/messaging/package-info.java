/** Events of the stops of trading. */
@NullMarked
package dev.tradesuite.orchestrator.stop.messaging;

import org.jspecify.annotations.NullMarked;
