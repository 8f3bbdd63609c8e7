package dev.tradesuite.gateway.system;

/** How a service is. */
public enum ServiceCondition {
    /** It answers, and says that it is ready. */
    READY,
    /** It answers, and says that something it needs is away. */
    NOT_READY,
    /** Something is there and does not answer in time. */
    SILENT,
    /** Nothing answers at its address. */
    OFFLINE
}
