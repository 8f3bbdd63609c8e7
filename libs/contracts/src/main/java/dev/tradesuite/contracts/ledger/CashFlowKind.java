package dev.tradesuite.contracts.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What cash was paid for. */
public enum CashFlowKind {
    /** Paid in. */
    @JsonProperty("deposit")
    DEPOSIT,
    /** Paid out; never more than the free margin. */
    @JsonProperty("withdrawal")
    WITHDRAWAL,
    /** Charged, other than the commission of a fill. */
    @JsonProperty("fee")
    FEE,
    /** Received for a long position; negative: charged for a short one. */
    @JsonProperty("dividend")
    DIVIDEND,
    /** Received; negative: charged. */
    @JsonProperty("interest")
    INTEREST,
    /** Moved in from elsewhere; negative: moved out, never more than the free margin. */
    @JsonProperty("transfer")
    TRANSFER
}
