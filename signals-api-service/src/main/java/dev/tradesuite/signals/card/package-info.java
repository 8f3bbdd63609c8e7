/**
 * What the trained versions of the models are worth, as the brain tells it.
 *
 * <p>Read {@link dev.tradesuite.signals.card.CardService} first.
 */
@NullMarked
package dev.tradesuite.signals.card;

import org.jspecify.annotations.NullMarked;
