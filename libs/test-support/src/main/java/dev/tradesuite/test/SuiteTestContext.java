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

    /** Name of the test class, or of that it extends, that wants a schema of its own; null when it shares one. */
    private final @Nullable String owner;

    private SuiteTestContext(@Nullable String owner) {
        this.owner = owner;
    }

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
        ConfigurableEnvironment environment = context.getEnvironment();
        List<String> features = Arrays.asList(
                Binder.get(environment).bind("suite.features", String[].class).orElse(new String[0]));
        Map<String, Object> settings = new HashMap<>(TestServices.issuerSettings());
        if (features.contains("database")) {
            settings.putAll(TestServices.databaseSettings());
            if (owner != null) {
                String schema = environment.getProperty("suite.schema", "test");
                settings.put("suite.schema", schema + "_" + SCHEMAS.incrementAndGet());
            }
        }
        if (features.contains("messaging")) {
            settings.putAll(TestServices.brokerSettings());
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
            return new SuiteTestContext(annotation.freshSchema() ? owner(test) : null);
        }

        /** The class that bears the annotation: those that inherit it from one class share its application. */
        private static String owner(Class<?> test) {
            Class<?> bearer = test;
            while (bearer.getDeclaredAnnotation(SuiteIntegrationTest.class) == null && bearer.getSuperclass() != null) {
                bearer = bearer.getSuperclass();
            }
            return bearer.getName();
        }
    }
}
