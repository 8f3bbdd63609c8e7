/** Tables of the stops of trading. */
@NullMarked
package dev.tradesuite.orchestrator.stop.store;

import org.jspecify.annotations.NullMarked;
