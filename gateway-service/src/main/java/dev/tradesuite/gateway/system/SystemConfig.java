package dev.tradesuite.gateway.system;

import dev.tradesuite.gateway.route.BackendService;
import dev.tradesuite.support.boot.RunningInfo;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is asked of the services, and what is counted at the door. */
@Configuration(proxyBeanMethods = false)
class SystemConfig {

    @Bean
    ServiceTraffic serviceTraffic(Clock clock) {
        return new ServiceTraffic(clock);
    }

    @Bean
    SystemStatusService systemStatusService(
            List<BackendService> services,
            ServiceProbe probe,
            ServiceTraffic traffic,
            RunningInfo running,
            Clock clock) {
        // It publishes no events and reads none.
        ServiceProbe.Running itself = new ServiceProbe.Running(
                running.version(),
                running.startedAt(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Map.of());
        return new SystemStatusService(services, probe, traffic, itself, clock);
    }
}
