/**
 * Outside opinions on a market, from language models. Off without a key.
 *
 * <p>Read {@link dev.tradesuite.brain.advisor.Objections} first: objections to buying and to selling are all an advisor
 * can express, so it can lower a confidence or veto a signal and never cause one. Opinions are formed in the background
 * ({@link dev.tradesuite.brain.advisor.AdvisorRound}) and pinned to the
 * {@link dev.tradesuite.brain.advisor.OpinionBoard}, where a decision finds them without waiting.
 * {@link dev.tradesuite.brain.advisor.AdvisorOpinions} tells what is pinned, and why something is not.
 */
@NullMarked
package dev.tradesuite.brain.advisor;

import org.jspecify.annotations.NullMarked;
