package dev.tradesuite.sizing.config;

import dev.tradesuite.sizing.position.RiskPercent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the objects of the domain from the settings. */
@Configuration(proxyBeanMethods = false)
class SizingConfiguration {

    @Bean
    RiskPercent defaultRisk(SizingSettings settings) {
        return new RiskPercent(settings.defaultRiskPercent());
    }
}
