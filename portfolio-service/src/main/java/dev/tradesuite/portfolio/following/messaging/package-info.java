/** Signals that are followed, and what is told of it on {@code portfolio.events}. */
@NullMarked
package dev.tradesuite.portfolio.following.messaging;

import org.jspecify.annotations.NullMarked;
