package dev.tradesuite.contracts.portfolio;

/**
 * Proof of an answer.
 *
 * @param constraintViolation largest amount, in weight, by which a constraint is broken; at most 1e-8
 * @param gap by which part of its size the objective could be better at most; at most 1e-7
 */
public record SolutionCertificate(double constraintViolation, double gap) {}
