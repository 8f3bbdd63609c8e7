package dev.tradesuite.risk.correlation;

import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.risk.check.ReturnPeriod;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What correlations rest on.
 *
 * @param timeframe of the returns when a request names none
 * @param window newest returns looked at
 * @param minReturns returns needed at least; with fewer the check warns
 * @param maxReturnAge how old the newest return may be; with older ones the check warns
 * @param refresh how old a correlation may get before it is computed anew
 * @param retry how long nobody is asked again after brain-service did not answer, or had too few returns
 * @param maxAge how old a correlation may get when it cannot be computed anew
 * @param pairs how many pairs are kept at hand
 */
@Validated
@ConfigurationProperties("suite.risk.correlation")
record CorrelationSettings(
        @DefaultValue("D1") Timeframe timeframe,
        @Max(999) @DefaultValue("60") int window,
        @Min(2) @DefaultValue("30") int minReturns,
        @DefaultValue("10d") Duration maxReturnAge,
        @DefaultValue("1h") Duration refresh,
        @DefaultValue("30s") Duration retry,
        @DefaultValue("24h") Duration maxAge,
        @Min(16) @DefaultValue("4096") int pairs) {

    CorrelationRules rules() {
        return new CorrelationRules(
                new ReturnPeriod(timeframe.name(), timeframe.length()),
                window,
                minReturns,
                maxReturnAge,
                refresh,
                retry,
                maxAge);
    }
}
