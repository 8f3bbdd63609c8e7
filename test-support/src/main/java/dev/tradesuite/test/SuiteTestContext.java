package dev.tradesuite.test;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Connects the service under test with the services around it. */
final class SuiteTestContext implements ContextCustomizer {

    private static final String INLINED = "Inlined Test Properties";
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    /** Name of the test class that wants a schema of its own; null when it shares one. */
    private final @Nullable String owner;

    private SuiteTestContext(@Nullable String owner) {
        this.owner = owner;
    }

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        ConfigurableEnvironment environment = context.getEnvironment();
        List<String> features = Arrays.asList(
                Binder.get(environment).bind("suite.features", String[].class).orElse(new String[0]));
        Map<String, Object> settings = new HashMap<>();
        settings.putAll(issuer());
        if (features.contains("database")) {
            settings.putAll(database(environment));
        }
        if (features.contains("messaging")) {
            settings.put("spring.kafka.bootstrap-servers", TestServices.broker().bootstrapServers());
        }
        addBelowTheTestsOwn(environment.getPropertySources(), new MapPropertySource("suite-test", settings));
        context.getBeanFactory().registerSingleton("suiteClient", new SuiteClient(environment));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SuiteTestContext that && Objects.equals(owner, that.owner);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(owner);
    }

    private static Map<String, Object> issuer() {
        String issuer = TestServices.issuer().uri();
        return Map.of(
                "spring.security.oauth2.resourceserver.jwt.issuer-uri",
                issuer,
                "suite.service-client.token-uri",
                issuer + "/oauth2/token");
    }

    private Map<String, Object> database(ConfigurableEnvironment environment) {
        TestDatabase database = TestServices.database();
        Map<String, Object> settings = new HashMap<>();
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", database.user());
        settings.put("spring.datasource.password", database.password());
        if (owner != null) {
            settings.put(
                    "suite.schema", environment.getProperty("suite.schema", "test") + "_" + SCHEMAS.incrementAndGet());
        }
        return settings;
    }

    private static void addBelowTheTestsOwn(MutablePropertySources sources, MapPropertySource settings) {
        if (sources.contains(INLINED)) {
            sources.addAfter(INLINED, settings);
        } else {
            sources.addFirst(settings);
        }
    }

    /** Finds the annotation on a test class. */
    static final class Factory implements ContextCustomizerFactory {

        @Override
        public @Nullable ContextCustomizer createContextCustomizer(
                Class<?> test, List<ContextConfigurationAttributes> attributes) {
            SuiteIntegrationTest annotation =
                    AnnotatedElementUtils.findMergedAnnotation(test, SuiteIntegrationTest.class);
            if (annotation == null) {
                return null;
            }
            return new SuiteTestContext(annotation.freshSchema() ? test.getName() : null);
        }
    }
}
