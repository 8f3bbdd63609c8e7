package dev.tradesuite.contracts.portfolio;

/** Why something of a rebalancing is not traded, or why it ended as it did. */
public enum RebalancingReason {
    DUST("The change is worth less than is worth an order."),
    BELOW_LOT_STEP("The change is less than the smallest order of the instrument."),
    LOT_LIMIT("The change is more than the largest order of the instrument; the rest is left for the next time."),
    NOT_EXECUTABLE("The source of the strategy is nothing that can be bought or sold here; it is counted only."),
    FOLLOWED_BY_SIGNALS("The capital is put into force; the position follows the signals of the model."),
    STRATEGY_STOPPED("The strategy is suspended or retired; what it holds is sold, nothing is bought."),
    INSTRUMENT_UNKNOWN("The instrument is not in the catalogue."),
    PRICE_MISSING("No price of the instrument is known that is young enough."),
    RATE_MISSING("An amount cannot be converted to the currency of the account."),
    BUYING_POWER_MISSING("The account does not have what the order takes."),
    RISK_UNKNOWN("What the account can lose is not known: something it rests on is old or missing."),
    CASH_BOUND("The cash is bound where it is taken from; it is moved as it becomes free."),
    TRANSFER_REFUSED("The books do not move the cash."),
    LATER_REBALANCING("A later rebalancing of the account has begun."),
    CHECK_DENIED("A check, or the trading state, denies the order."),
    CHECK_SILENT("A check could not be asked."),
    PRICE_MOVED("The price is further from that of the plan than the setting allows."),
    TARGET_CHANGED("The target of the account is another one by now."),
    HOLDINGS_CHANGED("What the strategies hold is not what the plan was made from."),
    PLAN_NOT_AS_APPROVED("The plan is not the one that was approved."),
    REJECTED_BY_PERSON("A person said no."),
    APPROVAL_OVER("The approval was over before the order could be sent."),
    TAKEN_BACK("Somebody took the rebalancing back."),
    TRADING_STOPPED("The trading state allows no such order; nothing more was sent."),
    ORDER_REFUSED("The order was refused."),
    ORDER_UNFILLED("The order was not filled in full within its limit price; the rest was cancelled."),
    ORDER_TOO_LARGE("The order is larger than what goes without an approval of its own."),
    ALL_ORDERS_FILLED("Every order was filled."),
    SOME_ORDERS_UNFILLED("Not every order was filled; each says why."),
    NO_ORDER_FILLED("No order was filled; each says why.");

    private final String sentence;

    RebalancingReason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in a sentence. */
    public String sentence() {
        return sentence;
    }
}
