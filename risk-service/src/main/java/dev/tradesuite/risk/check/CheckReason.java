package dev.tradesuite.risk.check;

/** Why a check passed, warned or failed; the contract's {@code RiskReason} has a sentence for each. */
public enum CheckReason {
    WITHIN_LIMIT,
    NEAR_LIMIT,
    DAILY_LOSS_LIMIT,
    DRAWDOWN_LIMIT,
    POSITION_SIZE_LIMIT,
    MARGIN_LIMIT,
    CORRELATION_LIMIT,
    CURRENCY_EXPOSURE_LIMIT,
    CORRELATION_DATA_MISSING,
    STOP_MISSING,
    STOP_ON_WRONG_SIDE,
    STOP_TOO_CLOSE,
    STOP_TOO_FAR,
    CONVERSION_RATE_MISSING,
    ACCOUNT_UNKNOWN,
    EQUITY_STALE,
    EQUITY_NOT_POSITIVE,
    TRADING_HALTED,
    REDUCE_ONLY,
    REDUCES_POSITION
}
