/**
 * The model {@code votes}: six rules each read one thing in the market and vote, and their weighted mean decides.
 *
 * <p>Read {@link dev.tradesuite.brain.model.votes.VotesModel} first, then a
 * {@link dev.tradesuite.brain.model.votes.Voter}.
 */
@NullMarked
package dev.tradesuite.brain.model.votes;

import org.jspecify.annotations.NullMarked;
