package dev.tradesuite.risk.check;

/**
 * A reason for or against a trade, with the figures of the case.
 *
 * @param reason which
 * @param message in a sentence
 */
public record Finding(CheckReason reason, String message) {}
