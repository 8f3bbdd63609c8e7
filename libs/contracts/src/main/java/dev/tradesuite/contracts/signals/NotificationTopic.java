package dev.tradesuite.contracts.signals;

/** Why something that happened is a notification. */
public enum NotificationTopic {
    /** An account has used as much of a limit as the setting says. */
    LIMIT_NEAR,
    /** An account passed a limit. */
    BREACH,
    /** A trading state was changed, by a person or by the system. */
    TRADING_STATE,
    /** A stop of trading failed: it was not carried out, or not in full. */
    STOP_FAILED,
    /** A feed of bars fails, or misses as many bars as the setting says. */
    FEED_LATE,
    /** A strategy controller that was online does not answer. */
    CONTROLLER_OFFLINE,
    /** A backfill or backtest failed. */
    JOB_FAILED,
    /** A cycle of a portfolio failed. */
    CYCLE_FAILED
}
