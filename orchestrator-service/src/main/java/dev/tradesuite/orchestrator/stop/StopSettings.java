package dev.tradesuite.orchestrator.stop;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How trading is stopped.
 *
 * @param interval how often each instance looks for what there is to do
 * @param lease how long an instance holds a stop it has not moved; another one takes it up after that
 * @param pause how long the first wait for what does not answer is; it doubles with each one
 * @param longestPause and grows no longer than this
 * @param keep how long a stop that has ended is kept
 */
@ConfigurationProperties("suite.orchestrator.stops")
record StopSettings(
        @DefaultValue("1s") Duration interval,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("1s") Duration pause,
        @DefaultValue("30s") Duration longestPause,
        @DefaultValue("400d") Duration keep) {}
