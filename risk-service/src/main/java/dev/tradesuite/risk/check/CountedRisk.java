package dev.tradesuite.risk.check;

/**
 * What of the risk that is open already the daily loss counts beside the loss of the day and of the new trade.
 *
 * @param positions what open positions lose from their marks to their stops
 * @param stakes what open stakes in markets are worth, for all of it can be lost
 */
public record CountedRisk(boolean positions, boolean stakes) {

    /** Both. */
    public static final CountedRisk ALL = new CountedRisk(true, true);

    /** Neither. */
    public static final CountedRisk NONE = new CountedRisk(false, false);
}
