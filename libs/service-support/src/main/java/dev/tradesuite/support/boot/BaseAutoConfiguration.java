package dev.tradesuite.support.boot;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.time.Clock;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JacksonModule;

/**
 * The clock, what runs here, numbers without exponents, no secrets that everybody knows, and the description of the
 * API.
 */
@AutoConfiguration
public class BaseAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Static, so that it speaks before anything connects with such a secret. */
    @Bean
    static BeanFactoryPostProcessor trialSecrets(Environment environment) {
        return new TrialSecrets(environment);
    }

    @Bean
    RunningInfo runningInfo(
            @Value("${spring.application.name:service}") String name,
            ObjectProvider<MeterRegistry> meters,
            Clock clock) {
        return new RunningInfo(name, meters::getIfUnique, clock);
    }

    @Bean
    JacksonModule plainNumbers() {
        return PlainNumbers.module();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(OpenAPI.class)
    @ConditionalOnWebApplication
    static class ApiDescription {

        private static final String BEARER = "bearer";

        /** Describes the fields as they are on the wire; the library would describe the Java names. */
        @Bean
        @ConditionalOnMissingBean
        ModelResolver modelResolver() {
            return new ModelResolver(
                            Json31.mapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE))
                    .openapi31(true);
        }

        @Bean
        GlobalOpenApiCustomizer indicatorForms() {
            return new IndicatorForms();
        }

        @Bean
        @ConditionalOnMissingBean
        OpenAPI openApi(@Value("${spring.application.name:service}") String name) {
            return new OpenAPI()
                    .info(new Info().title(name).version("v1"))
                    .components(new Components()
                            .addSecuritySchemes(
                                    BEARER,
                                    new SecurityScheme()
                                            .type(SecurityScheme.Type.HTTP)
                                            .scheme("bearer")
                                            .bearerFormat("JWT")))
                    .addSecurityItem(new SecurityRequirement().addList(BEARER));
        }
    }
}
