package dev.tradesuite.gateway.metrics;

import dev.tradesuite.gateway.metrics.web.MetricsServer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Opens the port of the metrics. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MetricsSettings.class)
@Import(MetricsServer.class)
class MetricsConfig {}
