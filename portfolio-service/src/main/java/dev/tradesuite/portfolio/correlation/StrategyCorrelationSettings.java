package dev.tradesuite.portfolio.correlation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of correlations, {@code suite.portfolio.correlation}.
 *
 * @param cache where they are kept at hand
 * @param redis where that is shared
 * @param refresh when they are computed anew
 * @param limits what is told of
 * @param minReturns least common returns of a pair
 * @param keep how long stored ones are kept
 */
@Validated
@ConfigurationProperties("suite.portfolio.correlation")
public record StrategyCorrelationSettings(
        @DefaultValue("caffeine") CacheKind cache,
        @DefaultValue @Valid Redis redis,
        @DefaultValue @Valid Refresh refresh,
        @DefaultValue @Valid Limits limits,
        @DefaultValue("20") @Min(3) int minReturns,
        @DefaultValue("1100d") Duration keep) {

    /** Where correlations are kept at hand. */
    public enum CacheKind {
        /** In the memory of each instance. */
        CAFFEINE,
        /** In the memory of each instance, and in a Redis that they share. */
        REDIS
    }

    /**
     * A Redis that instances share.
     *
     * @param url such as {@code redis://user:password@host:6379/0}
     * @param timeout how long it may take to answer; after that the instance computes for itself
     */
    public record Redis(@DefaultValue("redis://127.0.0.1:6379") URI url, @DefaultValue("250ms") Duration timeout) {}

    /**
     * When correlations are computed anew.
     *
     * @param enabled whether this instance takes part in it
     * @param every how often, while any of the markets is open
     * @param look how often one of the instances looks whether it is time, or returns have changed
     * @param poll how often an instance asks whether it is the one that looks
     * @param heartbeat how often an instance says that it lives; after four it is taken for dead
     */
    public record Refresh(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("15m") Duration every,
            @DefaultValue("1m") Duration look,
            @DefaultValue("10s") Duration poll,
            @DefaultValue("15s") Duration heartbeat) {}

    /**
     * What is told of.
     *
     * @param pair correlation of 90 returns above which two strategies are too much alike
     * @param regime difference of the mean correlations of 30 and 365 returns above which the regime has changed
     * @param margin how far below its limit something has to be to be over
     */
    public record Limits(
            @DefaultValue("0.6") @DecimalMin("0") @DecimalMax("1") double pair,
            @DefaultValue("0.2") @DecimalMin("0") @DecimalMax("2") double regime,
            @DefaultValue("0.05") @DecimalMin("0") @DecimalMax("1") double margin) {}

    CorrelationWatch watch() {
        return new CorrelationWatch(limits.pair(), limits.regime(), limits.margin());
    }
}
