package dev.tradesuite.portfolio.registry;

import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the registry. */
@Configuration(proxyBeanMethods = false)
class RegistryConfig {

    @Bean
    RegistryService registryService(StrategyStore store, InstrumentCatalog catalog, UnitOfWork work, Clock clock) {
        return new RegistryService(store, catalog, work, clock);
    }
}
