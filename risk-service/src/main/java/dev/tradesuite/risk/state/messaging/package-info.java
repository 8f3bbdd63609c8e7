/** Tells others of changed trading states. */
@NullMarked
package dev.tradesuite.risk.state.messaging;

import org.jspecify.annotations.NullMarked;
