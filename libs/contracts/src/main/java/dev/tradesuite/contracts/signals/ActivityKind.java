package dev.tradesuite.contracts.signals;

/** What kind of thing happened. */
public enum ActivityKind {
    /** A decision on a trade was made. */
    DECISION,
    /** An order ended without being filled in full, or other orders protect a position than before. */
    ORDER,
    /** An order was filled, wholly or in part; trades of a portfolio. */
    FILL,
    /** A portfolio was opened, or its settings or its status were changed. */
    PORTFOLIO,
    /** An account passed a limit, or came back within it. */
    BREACH,
    /** An account is near a limit or no longer, or what a limit is measured from was put right. */
    LIMIT,
    /** A trading state was changed. */
    TRADING_STATE,
    /** A stop of trading began, is done, failed, or gave way to another. */
    STOP,
    /** A cycle ended. */
    CYCLE,
    /** A backfill or backtest was asked for, or is over. */
    JOB,
    /** An approval was asked for, or decided. */
    APPROVAL,
    /** A strategy went from one state to another, or a signal it follows was acted on. */
    STRATEGY,
    /** A rotation was proposed, or decided. */
    ROTATION,
    /** A rebalancing reached another state. */
    REBALANCING,
    /** Strategies have become too much alike, or the correlations shift; or no longer. */
    CORRELATION,
    /** A broker holds another position than the books say, or no longer. */
    BROKER,
    /** A feed of bars is late, or in time again. */
    FEED,
    /** A strategy controller went offline, or came back. */
    CONTROLLER
}
