package dev.tradesuite.risk.check;

/**
 * What a trade is meant to do, which the position of the account does not tell: strategies may hold against one
 * another.
 */
public enum TradePurpose {

    /** It opens something for its strategy, whatever the account holds. */
    OPENS,

    /** It closes what its strategy holds, and takes the account through zero where others hold against that. */
    CLOSES_HOLDING,

    /** It names no strategy, or reduces the position: what it does to that tells. */
    BY_POSITION
}
