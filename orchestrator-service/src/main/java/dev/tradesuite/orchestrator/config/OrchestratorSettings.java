package dev.tradesuite.orchestrator.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the service.
 *
 * @param maxRateAge how old a stored price may be to convert a currency with
 */
@ConfigurationProperties("suite.orchestrator")
record OrchestratorSettings(
        @DefaultValue Defaults defaults,
        @DefaultValue("4d") Duration maxRateAge,
        @DefaultValue Broker broker,
        @DefaultValue Reconciliation reconciliation,
        @DefaultValue Paper paper) {

    /**
     * What a request gets that leaves it out.
     *
     * @param accountId account in the books
     * @param riskPercent share of equity to lose at the stop, in percent
     * @param stopLossPips distance of the stop
     */
    record Defaults(
            @DefaultValue("main") String accountId,
            @DefaultValue("2") BigDecimal riskPercent,
            @DefaultValue("50") BigDecimal stopLossPips) {}

    /**
     * What is done when a broker does not answer.
     *
     * @param lookups how often an order is looked up before its request is answered
     * @param lookupPause how long to wait before each
     */
    record Broker(@DefaultValue("3") int lookups, @DefaultValue("200ms") Duration lookupPause) {}

    /**
     * Comparison of open orders with the broker.
     *
     * @param interval time from one to the next
     * @param grace time a request has to bring its order on its way; longer than all its time-outs together
     */
    record Reconciliation(@DefaultValue("30s") Duration interval, @DefaultValue("30s") Duration grace) {}

    /**
     * The paper broker.
     *
     * @param spreadPips distance between bid and ask; the given price lies in the middle
     * @param slippagePips how much worse than that a market or stop order fills
     * @param commissionPerLot in the account currency, for each lot of each fill
     * @param latency time from order to fill
     * @param fillFraction share of an order that is filled at one occasion, above 0, at most 1
     * @param maxLotsPerFill largest fill; absent for no limit
     * @param rejectSymbols instruments whose orders it rejects
     */
    record Paper(
            @DefaultValue("0") BigDecimal spreadPips,
            @DefaultValue("0") BigDecimal slippagePips,
            @DefaultValue("0") BigDecimal commissionPerLot,
            @DefaultValue("0s") Duration latency,
            @DefaultValue("1") BigDecimal fillFraction,
            @Nullable BigDecimal maxLotsPerFill,
            @DefaultValue Set<String> rejectSymbols) {}
}
