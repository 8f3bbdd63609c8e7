package dev.tradesuite.risk.check;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the checks.
 *
 * @param maxEquityAge equity older than this cannot be used while positions are open; long enough for a weekend
 * @param countOpenRisk whether the daily loss counts what open positions lose from their marks to their stops
 * @param countOpenStakes whether it counts what open stakes are worth; off: a portfolio bounds them by its cash and by
 *     how many positions it may have
 */
@ConfigurationProperties("suite.risk")
record CheckSettings(
        @DefaultValue("72h") Duration maxEquityAge,
        @DefaultValue("true") boolean countOpenRisk,
        @DefaultValue("false") boolean countOpenStakes) {

    CountedRisk counted() {
        return new CountedRisk(countOpenRisk, countOpenStakes);
    }
}
