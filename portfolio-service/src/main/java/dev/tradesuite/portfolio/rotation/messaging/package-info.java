/** Proposals as events, and the events that give reason to look at strategies. */
@NullMarked
package dev.tradesuite.portfolio.rotation.messaging;

import org.jspecify.annotations.NullMarked;
