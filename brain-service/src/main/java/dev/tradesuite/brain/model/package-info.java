/**
 * The models: closed candles become a signal that says what produced it and why.
 *
 * <p>Read {@link dev.tradesuite.brain.model.TradingModel} first: every model is one, and
 * {@link dev.tradesuite.brain.model.TradingModels} finds them by name. Each model has a package of its own below this
 * one; {@link dev.tradesuite.brain.model.votes} holds the weighted votes.
 */
@NullMarked
package dev.tradesuite.brain.model;

import org.jspecify.annotations.NullMarked;
