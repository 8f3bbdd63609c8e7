package dev.tradesuite.portfolio.rebalancing;

import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How accounts get to their targets, under {@code suite.portfolio.rebalancing}.
 *
 * @param dustAmount changes worth less, in the currency of the account, are not traded
 * @param dustPercent nor are those worth less than this share of the account
 * @param limitPercent how far the limit price of an order is from the newest price
 * @param stopPercent how far the protective stop of a purchase is from it
 * @param costBasisPoints what an order is taken to cost, of its worth
 * @param maxMovePercent how far a price may move after the plan was made before nothing is sent
 * @param maxPriceAge how old a price may be while its market is open
 * @param expiresIn how long approval can be given, and how long it can be carried out then
 * @param cashWait how long a purchase waits for the money of the sales
 * @param look how often an instance looks for something to bring on
 * @param driftLook how often the drift of an account with a schedule is looked at
 * @param transferLook how often is looked whether cash of a portfolio has become free that is to be moved
 * @param again until something that is not known yet is asked again
 * @param lease how long a rebalancing is an instance's without a sign of life
 */
@ConfigurationProperties("suite.portfolio.rebalancing")
record RebalancingSettings(
        @DefaultValue("1") BigDecimal dustAmount,
        @DefaultValue("0.1") BigDecimal dustPercent,
        @DefaultValue("0.5") BigDecimal limitPercent,
        @DefaultValue("4") BigDecimal stopPercent,
        @DefaultValue("10") BigDecimal costBasisPoints,
        @DefaultValue("0.5") BigDecimal maxMovePercent,
        @DefaultValue("15m") Duration maxPriceAge,
        @DefaultValue("15m") Duration expiresIn,
        @DefaultValue("60s") Duration cashWait,
        @DefaultValue("1s") Duration look,
        @DefaultValue("1m") Duration driftLook,
        @DefaultValue("1m") Duration transferLook,
        @DefaultValue("2s") Duration again,
        @DefaultValue("60s") Duration lease) {

    RebalancingRules rules() {
        return new RebalancingRules(
                new RebalancingRules.Dust(dustAmount, dustPercent),
                limitPercent,
                stopPercent,
                costBasisPoints,
                maxMovePercent,
                maxPriceAge);
    }
}
