/** Asks Anthropic's models. */
@NullMarked
package dev.tradesuite.brain.model.overlay.client;

import org.jspecify.annotations.NullMarked;
