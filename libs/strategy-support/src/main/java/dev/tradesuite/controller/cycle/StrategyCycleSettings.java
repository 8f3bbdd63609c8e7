package dev.tradesuite.controller.cycle;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of a strategy controller.
 *
 * @param marketsSharedFor how long a snapshot of the markets is used again, so that many portfolios read them once
 * @param patience how long a cycle waits for another one of its portfolio that is running here
 */
@ConfigurationProperties("suite.strategy")
public record StrategyCycleSettings(
        @DefaultValue("10s") Duration marketsSharedFor, @DefaultValue("20s") Duration patience) {}
