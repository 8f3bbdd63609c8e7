package dev.tradesuite.portfolio.registry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the registry. */
@Configuration(proxyBeanMethods = false)
class RegistryConfig {

    @Bean
    RegistryService registryService(StrategyStore store) {
        return new RegistryService(store);
    }
}
