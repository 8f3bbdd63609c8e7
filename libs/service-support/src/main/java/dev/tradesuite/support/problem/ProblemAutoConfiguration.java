package dev.tradesuite.support.problem;

import dev.tradesuite.support.RequestTime;
import io.micrometer.tracing.Tracer;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.jspecify.annotations.Nullable;
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
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
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

        /** What bodies and answers are written in: JSON, text, bytes and files. */
        private static final List<Class<?>> SPOKEN = List.of(
                StrictJsonConverter.class,
                StringHttpMessageConverter.class,
                ByteArrayHttpMessageConverter.class,
                ResourceHttpMessageConverter.class);

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

        @Bean
        WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> readByUsAlone(
                Problems problems, JsonMapper json) {
            return tomcat -> {
                tomcat.addConnectorCustomizers(connector -> {
                    // A path with an encoded slash is refused by security, with what it is.
                    connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
                    // A form would become parameters of the query.
                    connector.setParseBodyMethods("");
                });
                tomcat.addContextCustomizers(
                        context -> context.getParent().getPipeline().addValve(new ProblemValve(problems, json)));
            };
        }

        @Bean
        @Order(10)
        ServerHttpMessageConvertersCustomizer strictJson(JsonMapper json, BodyBinder binder) {
            StrictJsonConverter converter = new StrictJsonConverter(json, binder);
            return converters -> converters
                    .withJsonConverter(converter)
                    // YAML, XML, forms and whatever else is on the class path is no language of this suite.
                    .configureMessageConvertersList(
                            all -> all.removeIf(one -> SPOKEN.stream().noneMatch(spoken -> spoken.isInstance(one))));
        }

        @Bean
        BodyBinder bodyBinder(JsonMapper json, Validator validator) {
            return new BodyBinder(json, validator);
        }

        @Bean
        ParameterFaults parameterFaults(
                @Qualifier("mvcConversionService") ConversionService conversion, Validator validator, JsonMapper json) {
            return new ParameterFaults(conversion, validator, json);
        }

        @Bean
        RequestFaults requestFaults(ParameterFaults parameters, BodyBinder binder, JsonMapper json) {
            return new RequestFaults(parameters, binder, json);
        }

        @Bean
        WebMvcConfigurer requestInterceptor(ObjectProvider<RequestFaults> faults) {
            return new WebMvcConfigurer() {
                @Override
                public void addInterceptors(InterceptorRegistry interceptors) {
                    interceptors.addInterceptor(new RequestInterceptor(faults::getObject));
                }
            };
        }

        @Override
        @SuppressWarnings("NullAway") // a converter may return null, whatever its type parameter
        public void addFormatters(FormatterRegistry registry) {
            registry.addConverter(String.class, Double.class, StrictNumbers::finite);
            registry.addConverter(String.class, BigDecimal.class, StrictNumbers::decimal);
            registry.addConverter(String.class, Instant.class, ProblemAutoConfiguration::time);
            registry.addConverterFactory(new EnumsByWireName());
        }
    }

    /** Reads times of queries as bodies have them; a blank one is absent. */
    private static @Nullable Instant time(String text) {
        return text.isBlank() ? null : RequestTime.parse(text);
    }
}
