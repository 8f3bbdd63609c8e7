package dev.tradesuite.orchestrator.trade;

import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Trades and the decisions on them.
 *
 * @param defaults what a request gets that leaves it out
 * @param maxRateAge how old a stored price may be to convert a currency with
 * @param maxPriceAge how old the newest market price may be for an order that states none
 * @param priceSharedFor how long the newest price serves the requests after the one that asked for it
 * @param warmUp longest time the way of a trade is walked before the service is ready; zero for not at all
 * @param decisions the decision documents that are kept
 */
@ConfigurationProperties("suite.orchestrator")
record TradeSettings(
        @DefaultValue Defaults defaults,
        @DefaultValue("4d") Duration maxRateAge,
        @DefaultValue("15m") Duration maxPriceAge,
        @DefaultValue("1s") Duration priceSharedFor,
        @DefaultValue("1s") Duration warmUp,
        @DefaultValue Decisions decisions) {

    /**
     * What a request gets that leaves it out.
     *
     * @param accountId account in the books
     * @param riskPercent share of equity to lose at the stop, in percent
     * @param stopAtrMultiple average true ranges to the stop; while none is known, the catalogue has a distance
     */
    record Defaults(
            @DefaultValue("main") String accountId,
            @DefaultValue("2") BigDecimal riskPercent,
            @DefaultValue("2") BigDecimal stopAtrMultiple) {}

    /**
     * The decision documents that are kept.
     *
     * @param keep how long, when no order was opened for it
     * @param keepOrdered how long, when an order was opened for it
     */
    record Decisions(@DefaultValue("30d") Duration keep, @DefaultValue("400d") Duration keepOrdered) {}
}
