package dev.tradesuite.contracts.ledger;

/** Whether an account takes orders. */
public enum AccountStatus {
    /** It does. */
    ACTIVE,
    /** It is kept to be read; orders and cash flows are refused. */
    ARCHIVED
}
