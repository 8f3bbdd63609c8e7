package dev.tradesuite.orchestrator.config;

import java.math.BigDecimal;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the service.
 *
 * @param maxRateAge how old a stored price may be to convert a currency with
 */
@ConfigurationProperties("suite.orchestrator")
record OrchestratorSettings(@DefaultValue Defaults defaults, @DefaultValue("4d") Duration maxRateAge) {

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
}
