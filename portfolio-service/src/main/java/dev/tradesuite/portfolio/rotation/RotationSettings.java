package dev.tradesuite.portfolio.rotation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When rotation does something by itself, under {@code suite.portfolio.rotation}.
 *
 * @param enabled whether this instance takes part in it
 * @param look how often one of the instances looks at marked strategies and takes proposals on
 * @param tell how often one of them tells risk-service what it has not told yet
 * @param poll how often an instance asks whether it is the one
 * @param heartbeat how often an instance says that it lives; after four it is taken for dead
 * @param keep how long the outcomes of looks are kept
 */
@ConfigurationProperties("suite.portfolio.rotation")
public record RotationSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("1m") Duration look,
        @DefaultValue("5s") Duration tell,
        @DefaultValue("5s") Duration poll,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("365d") Duration keep) {}
