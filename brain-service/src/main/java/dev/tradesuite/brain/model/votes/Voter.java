package dev.tradesuite.brain.model.votes;

/** A rule that reads one thing in the market and votes on it. Stateless. */
interface Voter {

    /** The vote, or why there is none. */
    Ballot vote(VotersView view);
}
