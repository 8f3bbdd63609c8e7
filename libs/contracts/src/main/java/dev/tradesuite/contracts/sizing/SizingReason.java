package dev.tradesuite.contracts.sizing;

/** Why a trade was refused, capped or sized otherwise than asked. */
public enum SizingReason {
    NO_CONVERSION_RATE("The quote currency cannot be converted to the account currency with the rates given."),
    BELOW_MINIMUM_LOT("The risk asked for buys less than the minimum lot."),
    STOP_MISSING("The strategy needs the distance of the stop."),
    STOP_BELOW_ZERO("The stop of a BUY would be at or below zero, where no price goes."),
    LOTS_MISSING("The strategy fixed_lot needs the number of lots."),
    KELLY_FIGURES_MISSING("The strategy kelly needs win rate, payoff ratio and number of trades."),
    ATR_MISSING("The strategy volatility needs the average true range."),
    FLAT_MARKET("The average true range is zero: a stop cannot be derived from it."),
    NO_EDGE("The Kelly fraction is zero or negative: the figures show no edge."),
    NOT_ENOUGH_MARGIN("Even the minimum lot needs more margin than the limit of the account leaves."),
    LEVERAGE_ABOVE_INSTRUMENT("The instrument's margin rate is stricter than the leverage stated; it applies."),
    CAPPED_AT_MAXIMUM_LOT("The size was cut to the instrument's maximum."),
    CAPPED_BY_MARGIN("The size was cut to what the margin allows."),
    CAPPED_BY_RISK_CEILING("The Kelly fraction was cut to the risk ceiling."),
    FEW_TRADES_FOR_KELLY("Fewer than 30 closed trades: fixed_risk was used instead of kelly."),
    LOTS_ROUNDED_DOWN("The lots asked for are not a multiple of the lot step and were rounded down."),
    HIGH_LEVERAGE("Leverage above 20 leaves little room before a margin call.");

    private final String sentence;

    SizingReason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in a sentence, without the figures of a case. */
    public String sentence() {
        return sentence;
    }
}
