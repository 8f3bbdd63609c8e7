package dev.tradesuite.contracts.risk;

/** What happened to the risk of an account. */
public enum RiskEventType {
    /** An account went past a limit. */
    BREACH,
    /** A trading state was changed, by a person or by the system. */
    STATE_CHANGE,
    /** A person changed the limits of an account. */
    LIMIT_CHANGE,
    /** A person put right the highest equity of an account. */
    HIGH_WATER_MARK_CHANGE
}
