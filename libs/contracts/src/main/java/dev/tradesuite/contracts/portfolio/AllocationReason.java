package dev.tradesuite.contracts.portfolio;

/** Why a weight of a portfolio is not known, or not traded. */
public enum AllocationReason {
    SOURCE_NOT_EXECUTABLE("The strategy is counted and shown; its source is nothing that can be bought or sold here."),
    HOLDING_WITHOUT_MARK("What the strategy holds has no mark: strategies hold against one another."),
    ACCOUNT_WORTH_NOTHING("The account is worth nothing, so nothing is a part of it.");

    private final String sentence;

    AllocationReason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in a sentence. */
    public String sentence() {
        return sentence;
    }
}
