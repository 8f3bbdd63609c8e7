/** Asks brain-service which versions decide. */
@NullMarked
package dev.tradesuite.signals.card.client;

import org.jspecify.annotations.NullMarked;
