package dev.tradesuite.brain.model.votes;

import dev.tradesuite.brain.indicator.Readings;
import dev.tradesuite.quant.swing.Retracement;
import java.util.Optional;

/**
 * What the voters see.
 *
 * @param readings indicator readings, the caller's before computed ones
 * @param price price to compare readings with
 * @param trend whether the market trends
 * @param retracement state of the newest retracement; absent without candles
 */
record VotersView(Readings readings, VotePrice price, Trend trend, Optional<Retracement> retracement) {}
