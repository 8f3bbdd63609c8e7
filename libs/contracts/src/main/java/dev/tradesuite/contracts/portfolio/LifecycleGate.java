package dev.tradesuite.contracts.portfolio;

/** What a strategy has to show before it may go on. */
public enum LifecycleGate {
    /** Its source answered when it was asked last; of imported returns there are some. */
    SOURCE_ANSWERS,
    /** So many daily returns under one label. */
    DAILY_RETURNS,
    /** So many daily returns of a backtest. */
    BACKTEST_DAYS,
    /** The yearly Sharpe ratio of the backtest. */
    SHARPE,
    /** The deepest fall of the backtest, from its starting capital on, as a fraction. */
    MAXIMUM_DRAWDOWN,
    /** How likely the backtest is better than the best of all variants would be by luck. */
    DEFLATED_SHARPE,
    /** So many daily returns on paper. */
    PAPER_DAYS,
    /** The yearly Sharpe ratio on paper, beside that of the backtest. */
    PAPER_SHARPE,
    /** The yearly volatility on paper, beside that of the backtest. */
    PAPER_VOLATILITY,
    /** Its broker is named. */
    BROKER,
    /** The yearly Sharpe ratio with money, beside that on paper. */
    LIVE_SHARPE,
    /** The deepest fall since it came to its state, as a fraction. */
    RUNNING_DRAWDOWN,
    /** Its account and the strategy itself may trade. */
    TRADING_ALLOWED,
    /** The return over the days looked back, less that of the benchmark, the best of the days running. */
    EXCESS_RETURN,
    /** The yearly Sharpe ratio of the days looked back, beside its target. */
    RECENT_SHARPE
}
