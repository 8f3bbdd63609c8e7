/**
 * A person stops trading: new entries, everything, or everything and what is held.
 *
 * <p>Read {@link dev.tradesuite.orchestrator.stop.StopRunner}. A stop is a row that any instance takes up where another
 * was stopped; nothing it does is harmed by doing it again.
 */
@NullMarked
package dev.tradesuite.orchestrator.stop;

import org.jspecify.annotations.NullMarked;
