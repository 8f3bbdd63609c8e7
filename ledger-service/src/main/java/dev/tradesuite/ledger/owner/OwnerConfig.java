package dev.tradesuite.ledger.owner;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Wires the owners. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OwnerSettings.class)
class OwnerConfig {}
