package dev.tradesuite.support.server;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** The deadline of a service's own server. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class ServerAutoConfiguration {

    @Bean
    HeaderDeadline headerDeadline(@Value("${suite.header-timeout:5s}") Duration timeout) {
        return new HeaderDeadline(timeout);
    }
}
