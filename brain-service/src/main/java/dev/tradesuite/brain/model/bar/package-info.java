/**
 * The trading models that run side by side on every closed bar, and what they say.
 *
 * <p>Read {@link dev.tradesuite.brain.model.bar.BarModel} first: each model is one, in a package of its own beside this
 * one. {@link dev.tradesuite.brain.model.bar.BarModels} asks them in order, so that an ensemble hears the others.
 */
@NullMarked
package dev.tradesuite.brain.model.bar;

import org.jspecify.annotations.NullMarked;
