/**
 * Every error as an RFC 9457 problem with a stable code, all faulty fields named at once.
 *
 * <p>Code that meets an error throws {@link dev.tradesuite.support.problem.ProblemException};
 * {@link dev.tradesuite.support.problem.ProblemAdvice} turns it, and everything the framework throws, into the answer.
 */
@NullMarked
package dev.tradesuite.support.problem;

import org.jspecify.annotations.NullMarked;
