package dev.tradesuite.gateway.metrics;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the metrics are read.
 *
 * @param address to listen at; in a container 0.0.0.0, so that Prometheus reaches it from another one
 * @param port to listen at; 0 for any that is free
 */
@ConfigurationProperties("suite.gateway.metrics")
public record MetricsSettings(String address, int port) {}
