package dev.tradesuite.gateway.dashboard;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the policy of the pages from the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DashboardSettings.class)
class DashboardConfig {

    @Bean
    ContentPolicy contentPolicy(DashboardSettings settings) {
        return new ContentPolicy(settings.issuer());
    }
}
