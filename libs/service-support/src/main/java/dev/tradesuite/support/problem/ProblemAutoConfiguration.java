package dev.tradesuite.support.problem;

import io.micrometer.tracing.Tracer;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionService;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Problems everywhere; on a servlet server also the handlers that write them. */
@AutoConfiguration(
        beforeName = "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration",
        afterName = {
            "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
            "org.springframework.boot.micrometer.tracing.autoconfigure.NoopTracerAutoConfiguration"
        })
public class ProblemAutoConfiguration {

    @Bean
    Problems problems(ObjectProvider<Tracer> tracer) {
        return new Problems(tracer.getIfAvailable(() -> Tracer.NOOP));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @EnableConfigurationProperties(BodyLimits.class)
    @Import({ProblemAdvice.class, ProblemErrorController.class})
    static class Servlet implements WebMvcConfigurer {

        @Bean
        ProblemWriter problemWriter(Problems problems, JsonMapper json) {
            return new ProblemWriter(problems, json);
        }

        @Bean
        FilterRegistrationBean<RequestGuard> requestGuard(BodyLimits limits, ProblemWriter problems) {
            FilterRegistrationBean<RequestGuard> filter =
                    new FilterRegistrationBean<>(new RequestGuard(limits, problems));
            // After the observation filter, so that the problem has a trace id; before security.
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
            return filter;
        }

        /** A path with an encoded slash is refused by security, as a problem, and not by Tomcat, as a page. */
        @Bean
        WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> encodedSlashes() {
            return tomcat -> tomcat.addConnectorCustomizers(
                    connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
        }

        @Bean
        @Order(10)
        ServerHttpMessageConvertersCustomizer strictJson(JsonMapper json, Validator validator) {
            StrictJsonConverter converter = new StrictJsonConverter(json, new BodyBinder(json, validator));
            return converters -> converters.withJsonConverter(converter);
        }

        @Bean
        ParameterFaults parameterFaults(
                @Qualifier("mvcConversionService") ConversionService conversion, Validator validator) {
            return new ParameterFaults(conversion, validator);
        }

        @Override
        public void addFormatters(FormatterRegistry registry) {
            registry.addConverter(String.class, Double.class, StrictNumbers::finite);
            registry.addConverter(String.class, BigDecimal.class, StrictNumbers::decimal);
            registry.addConverterFactory(new EnumsByWireName());
        }
    }
}
