package dev.tradesuite.orchestrator.strategy;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Strategy controllers.
 *
 * @param probeLimit longest wait for them to say that they are there
 */
@ConfigurationProperties("suite.orchestrator.strategies")
public record ControllerProbeSettings(@DefaultValue("2s") Duration probeLimit) {}
