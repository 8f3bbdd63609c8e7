package dev.tradesuite.risk.check;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the checks.
 *
 * @param maxEquityAge equity older than this cannot be used while positions are open; long enough for a weekend
 * @param countOpenRisk whether the daily loss counts what open positions lose from their marks to their stops
 */
@ConfigurationProperties("suite.risk")
record CheckSettings(@DefaultValue("72h") Duration maxEquityAge, @DefaultValue("true") boolean countOpenRisk) {}
