/**
 * The overlay: a language model that is shown what the other models want and may confirm, reduce or veto it. It can
 * only shrink a risk, never open one, whatever a text it reads tells it.
 *
 * <p>{@link dev.tradesuite.brain.model.overlay.OverlayModel} is the model;
 * {@link dev.tradesuite.brain.model.overlay.OverlayService} asks in the background, and nobody waits for the answer.
 */
@NullMarked
package dev.tradesuite.brain.model.overlay;

import org.jspecify.annotations.NullMarked;
