package dev.tradesuite.contracts.risk;

/** Why a check warned or denied. */
public enum RiskReason {
    WITHIN_LIMIT("The measured value is within its limit."),
    NEAR_LIMIT("The measured value is at least 70 % of its limit."),
    DAILY_LOSS_LIMIT("The loss of the day, with everything open and this trade at their stops, exceeds the limit."),
    DRAWDOWN_LIMIT("Equity has fallen further below its high-water mark than the limit allows."),
    POSITION_SIZE_LIMIT(
            "The loss of the whole position at its stop is a larger share of equity than the limit allows."),
    MARGIN_LIMIT("Used and required margin together exceed the limit."),
    CORRELATION_LIMIT("The trade moves with an existing or pending position more closely than the limit allows."),
    CURRENCY_EXPOSURE_LIMIT("The net exposure in one currency would exceed the limit."),
    CORRELATION_DATA_MISSING("There are not enough recent stored returns to compute a correlation."),
    OPEN_POSITION_WITHOUT_STOP(
            "An open position has no stop; it counts as if one stood at the instrument's default distance."),
    STOP_MISSING("The trade has no stop."),
    STOP_ON_WRONG_SIDE("The stop is not on the losing side of the entry."),
    STOP_TOO_CLOSE("The stop is closer than the instrument allows."),
    STOP_TOO_FAR("The stop is farther than the instrument allows."),
    CONVERSION_RATE_MISSING("An amount cannot be converted to the account currency."),
    ACCOUNT_UNKNOWN("The account is not known, or its books cannot be read."),
    ACCOUNT_ARCHIVED("The account is archived and takes no orders; take it out of the archive to trade on it."),
    EQUITY_STALE("The newest equity of the account is older than the setting allows."),
    EQUITY_NOT_POSITIVE("The account has no equity left."),
    TRADING_HALTED("Trading is halted for everything, or for the account, portfolio, strategy or symbol."),
    REDUCE_ONLY("Only orders that reduce a position are allowed."),
    REDUCES_POSITION("The order only reduces a position; limits on new risk do not apply.");

    private final String sentence;

    RiskReason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in a sentence, without the figures of a case. */
    public String sentence() {
        return sentence;
    }
}
