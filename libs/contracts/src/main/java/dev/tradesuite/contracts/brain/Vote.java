package dev.tradesuite.contracts.brain;

import dev.tradesuite.contracts.market.SignalAction;

/**
 * What one source says.
 *
 * @param source indicator, rule or advisor that votes, such as {@code rsi}
 * @param direction what it wants
 * @param confidence how sure it is, 0 to 1
 * @param weight its share in the score, a setting
 * @param reason the reading behind it, in a sentence
 */
public record Vote(String source, SignalAction direction, double confidence, double weight, String reason) {}
