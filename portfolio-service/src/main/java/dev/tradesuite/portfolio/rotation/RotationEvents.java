package dev.tradesuite.portfolio.rotation;

/** Tells others of proposals, together with the transaction under way. */
public interface RotationEvents {

    /** One was made, or made again. */
    void proposed(StrategyProposal proposal);

    /** Something has become of one. */
    void decided(StrategyProposal proposal);
}
