package dev.tradesuite.sample.config;

import dev.tradesuite.sample.note.client.RiskApi;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/** Registers the sample's clients. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "risk", types = RiskApi.class)
class ClientConfig {}
