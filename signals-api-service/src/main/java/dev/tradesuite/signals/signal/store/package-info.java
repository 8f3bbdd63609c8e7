/** Reads signals with what they rest on, and the positions they touched. */
@NullMarked
package dev.tradesuite.signals.signal.store;

import org.jspecify.annotations.NullMarked;
