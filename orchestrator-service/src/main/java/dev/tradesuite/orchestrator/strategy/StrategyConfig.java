package dev.tradesuite.orchestrator.strategy;

import dev.tradesuite.support.strategy.StrategyAddresses;
import java.util.concurrent.ExecutorService;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The strategies and whether their controllers answer. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ControllerProbeSettings.class)
class StrategyConfig {

    @Bean
    StatusBoard statusBoard(
            StrategyAddresses addresses,
            ControllerProbe probe,
            @Qualifier("stepThreads") ExecutorService threads,
            ControllerProbeSettings settings) {
        return new StatusBoard(addresses.types(), probe, threads, settings.probeLimit());
    }
}
