/**
 * The dashboard as the browser gets it: its files, and what a page of it may load.
 *
 * <p>{@link dev.tradesuite.gateway.dashboard.ContentPolicy} says the latter. The files come from the module
 * {@code dashboard}; where that was built without npm a page tells how to build it.
 */
@NullMarked
package dev.tradesuite.gateway.dashboard;

import org.jspecify.annotations.NullMarked;
