package dev.tradesuite.contracts.risk;

/** What an order may only reduce. */
public enum Reduction {

    /** The position of the account, whoever holds it. */
    POSITION,

    /** What its strategy holds, also where that takes the account through zero. */
    HOLDING
}
