package dev.tradesuite.orchestrator.cycle;

import dev.tradesuite.contracts.problem.ProblemCode;

/**
 * Why a cycle did not end well, or was not begun.
 *
 * @param detail what was expected and what was found
 */
public record Failure(ProblemCode code, String detail) {}
