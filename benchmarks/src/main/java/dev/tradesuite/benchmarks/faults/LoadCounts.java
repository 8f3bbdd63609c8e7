package dev.tradesuite.benchmarks.faults;

/**
 * What became of the requests of one fault.
 *
 * @param requests how many there were, each counted once however often it was repeated
 * @param refused how many ended with a refusal: an error that is final, or a decision that traded nothing
 * @param unanswered how many were given up after repeating them for long
 * @param silence longest time between two good answers, nanoseconds
 */
record LoadCounts(long requests, long refused, long unanswered, long silence) {}
