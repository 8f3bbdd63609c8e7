package dev.tradesuite.learning.label;

/**
 * The end of a trade.
 *
 * @param barrier what ended it
 * @param bar bar in which it ended
 * @param profit in price units before costs, below zero for a loss
 */
public record TradeEnd(Barrier barrier, int bar, double profit) {}
