/** Tests of the stops of trading. */
@NullMarked
package dev.tradesuite.orchestrator.stop;

import org.jspecify.annotations.NullMarked;
