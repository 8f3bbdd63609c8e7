package dev.tradesuite.gateway.route;

import dev.tradesuite.support.strategy.StrategyAddresses;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says what is behind the front door. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RouteSettings.class)
class RouteConfig {

    @Bean
    List<BackendService> backendServices(RouteSettings settings, StrategyAddresses strategies) {
        List<BackendService> services = new ArrayList<>(settings.backendServices());
        strategies.types().forEach(type -> strategies
                .of(type)
                .map(url -> BackendService.strategy(type, url, settings.cycleTimeout()))
                .ifPresent(services::add));
        return List.copyOf(services);
    }
}
