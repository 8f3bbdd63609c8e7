package dev.tradesuite.portfolio.returns;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When sources are asked for returns, under {@code suite.portfolio.returns}.
 *
 * @param at time of day, UTC: soon after the day that is over, but not before its last bars are booked
 * @param retry when the next attempt is made after one that failed for any strategy
 * @param poll how often an instance looks whether it is time
 * @param heartbeat how often an instance that asks says that it lives; after four it is taken for dead
 */
@ConfigurationProperties("suite.portfolio.returns")
record ReturnSettings(
        @DefaultValue("00:10") LocalTime at,
        @DefaultValue("1h") Duration retry,
        @DefaultValue("30s") Duration poll,
        @DefaultValue("15s") Duration heartbeat) {}
