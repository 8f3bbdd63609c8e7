package dev.tradesuite.contracts.portfolio;

/** How an account stands to a limit. */
public enum LimitStanding {
    /** It was measured and is within. */
    KEPT,
    /** It was measured and is beyond, or was and has not come back far enough. */
    BREACHED,
    /** It cannot be measured now. */
    UNKNOWN,
    /** It says nothing about this account. */
    NOT_APPLICABLE
}
