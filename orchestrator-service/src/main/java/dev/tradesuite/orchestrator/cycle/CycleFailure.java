package dev.tradesuite.orchestrator.cycle;

import dev.tradesuite.contracts.problem.ProblemCode;

/**
 * Why a cycle did not end well, or was not begun.
 *
 * @param code also says with which status somebody who waits is answered
 * @param detail what was expected and what was found
 */
public record CycleFailure(ProblemCode code, String detail) {}
