/**
 * Errors as they leave every service: RFC 9457 problem details with a stable code.
 *
 * <p>{@link dev.tradesuite.contracts.problem.ProblemCode} lists every code; {@code docs/problems.md} is written from
 * it.
 */
@NullMarked
package dev.tradesuite.contracts.problem;

import org.jspecify.annotations.NullMarked;
