package dev.tradesuite.risk.check;

import dev.tradesuite.instruments.Side;

/** What somebody wants to risk an account on. What it can lose and what it takes is worked out here. */
public sealed interface Proposal permits ProposedTrade, ProposedStake, ProposedExit {

    /** What is traded, by the name it has at its venue. */
    String symbol();

    Side side();

    /** How much of it. */
    OrderSize size();

    /** The most it can lose as it is meant to end, in the currency given. */
    Figure lossAtStop(String currency);

    /** Margin it takes, in the currency given. */
    Figure margin(String currency);

    /** Value of it, in the currency given. */
    Figure notional(String currency);
}
