package dev.tradesuite.contracts.signals;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the feed tells of trading to clients that have signed in. */
public enum ActivityMessage {
    /** An order was filled, ended, or others protect a position. */
    ORDER,
    /** An account as the books have it now; of the moment. */
    ACCOUNT,
    /** A trading state was changed, a limit was passed, or the highest equity was put right. */
    RISK_STATE,
    /** A cycle ended. */
    CYCLE,
    /** How far a backfill or backtest is; of the moment. */
    JOB_PROGRESS,
    /** Something somebody should know of. */
    NOTIFICATION,
    /** Something happened. */
    ACTIVITY;

    /** Its {@code type} on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All types. */
    public static List<String> wireNames() {
        return Arrays.stream(values()).map(ActivityMessage::wireName).toList();
    }
}
