package dev.tradesuite.support.boot;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/**
 * Default settings of every service, at the lowest precedence: anything set anywhere else wins.
 *
 * <p>They are code, not a properties file, because some depend on the features a service declares.
 */
public final class SuiteDefaults implements EnvironmentPostProcessor, Ordered {

    /** Where Spring Boot keeps what the application itself sets as default; the last source of all. */
    private static final String APPLICATION_DEFAULTS = "defaultProperties";

    /** Whether the environment belongs to a service of the suite, rather than to another program. */
    static boolean isSuiteService(Environment environment) {
        return environment
                .getProperty("spring.config.name", "")
                .equals(environment.getProperty("spring.application.name"));
    }

    @Override
    public int getOrder() {
        // After the configuration files, because the features are declared in them.
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (isSuiteService(environment)) {
            String name = environment.getRequiredProperty("spring.application.name");
            Map<String, Object> defaults = defaults(name, Feature.declared(environment));
            if (environment.getProperty("suite.logging.json", Boolean.class, false)) {
                defaults.put("logging.structured.format.console", "logstash");
                defaults.put("logging.structured.json.add.service", name);
            }
            addLast(environment.getPropertySources(), defaults);
        }
    }

    private static Map<String, Object> defaults(String name, EnumSet<Feature> features) {
        Map<String, Object> defaults = new HashMap<>();
        defaults.putAll(process(features));
        defaults.putAll(server());
        defaults.putAll(json());
        defaults.putAll(operations());
        defaults.putAll(peers());
        if (features.contains(Feature.DATABASE)) {
            defaults.putAll(database(name));
        }
        if (features.contains(Feature.MESSAGING)) {
            defaults.putAll(messaging());
        }
        return defaults;
    }

    private static Map<String, Object> process(EnumSet<Feature> features) {
        return Map.ofEntries(
                Map.entry("spring.main.banner-mode", "off"),
                Map.entry(
                        "spring.main.web-application-type",
                        features.contains(Feature.GATEWAY) ? "reactive" : "servlet"),
                Map.entry("spring.threads.virtual.enabled", "true"),
                Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "10s"),
                // Nobody reaches a service from outside unless somebody says so; in a container that is 0.0.0.0.
                Map.entry("server.address", "127.0.0.1"),
                Map.entry("server.shutdown", "graceful"),
                Map.entry("spring.http.clients.imperative.factory", "http-components"),
                Map.entry("spring.security.oauth2.resourceserver.jwt.issuer-uri", "http://localhost:9000"),
                Map.entry("spring.security.oauth2.resourceserver.jwt.audiences", "trade-suite"),
                Map.entry(
                        "suite.cors.allowed-origins",
                        "http://localhost:3000,http://localhost:5000,http://127.0.0.1:3000,http://127.0.0.1:5000"));
    }

    /** What a server accepts, and how long it waits for it. */
    private static Map<String, Object> server() {
        return Map.of(
                // Between two packets of a request, so that what is no HTTP or never ends holds no connection.
                "server.tomcat.connection-timeout", "5s",
                // Between two requests; above the time after which the gateway drops a connection by itself.
                "server.tomcat.keep-alive-timeout", "20s",
                // A body over the limit is read to its end, so that the client sees the answer and not a reset.
                "server.tomcat.max-swallow-size", "32MB",
                "suite.max-body", "1MB",
                "spring.web.resources.add-mappings", "false",
                // Parameters come from the query alone; a form is no body that anything here takes.
                "spring.mvc.formcontent.filter.enabled", "false",
                "spring.servlet.multipart.enabled", "false",
                // They tell of unreadable requests with their paths, which may hold a secret.
                "logging.level.org.apache.coyote.http11", "WARN",
                "logging.level.org.apache.tomcat.util.http", "WARN");
    }

    private static Map<String, Object> json() {
        return Map.of(
                "spring.jackson.property-naming-strategy", "SNAKE_CASE",
                "spring.jackson.default-property-inclusion", "non_null",
                "spring.jackson.write.write-bigdecimal-as-plain", "true",
                "spring.jackson.deserialization.fail-on-unknown-properties", "false",
                // A JSON tree, such as the data of an event, keeps every digit of an amount.
                "spring.jackson.deserialization.use-big-decimal-for-floats", "true",
                "springdoc.show-actuator", "false",
                "springdoc.writer-with-order-by-keys", "true",
                "springdoc.default-consumes-media-type", "application/json",
                "springdoc.default-produces-media-type", "application/json");
    }

    private static Map<String, Object> operations() {
        return Map.of(
                "management.endpoints.web.exposure.include", "health,info,metrics,prometheus",
                "management.endpoint.health.probes.enabled", "true",
                "management.endpoint.health.show-components", "always",
                "management.endpoint.health.show-details", "when_authorized",
                // One JVM may host several services; each keeps its own meters.
                "management.metrics.use-global-registry", "false",
                "management.metrics.tags.application", "${spring.application.name}",
                "management.metrics.distribution.percentiles-histogram.http.server.requests", "true",
                "management.tracing.propagation.type", "w3c",
                "logging.level.org.springdoc", "ERROR");
    }

    /** Where the services find one another, and how the breaker and the bulkhead of each of them behave. */
    private static Map<String, Object> peers() {
        String breaker = "resilience4j.circuitbreaker.configs.default.";
        return Map.ofEntries(
                Map.entry("suite.services.brain.url", "http://localhost:8001"),
                Map.entry("suite.services.ledger.url", "http://localhost:8003"),
                Map.entry("suite.services.orchestrator.url", "http://localhost:8004"),
                Map.entry("suite.services.sizing.url", "http://localhost:8008"),
                Map.entry("suite.services.risk.url", "http://localhost:8009"),
                Map.entry("suite.services.portfolio.url", "http://localhost:8011"),
                Map.entry("suite.service-client.id", "trade-suite-service"),
                Map.entry("suite.service-client.token-uri", "http://localhost:9000/oauth2/token"),
                Map.entry(breaker + "sliding-window-size", "20"),
                Map.entry(breaker + "minimum-number-of-calls", "10"),
                Map.entry(breaker + "failure-rate-threshold", "50"),
                Map.entry(breaker + "wait-duration-in-open-state", "3s"),
                Map.entry(breaker + "permitted-number-of-calls-in-half-open-state", "3"),
                Map.entry(breaker + "record-failure-predicate", "dev.tradesuite.support.client.ServiceDown"),
                // Well above the expected concurrency: it protects from a pile-up, not from load.
                Map.entry("resilience4j.bulkhead.configs.default.max-concurrent-calls", "256"),
                Map.entry("resilience4j.bulkhead.configs.default.max-wait-duration", "0"));
    }

    private static Map<String, Object> database(String name) {
        String schema = name.replaceFirst("-service$", "").replace('-', '_');
        return Map.ofEntries(
                Map.entry("suite.schema", schema),
                Map.entry("spring.datasource.url", "jdbc:postgresql://localhost:5432/suite"),
                Map.entry("spring.datasource.username", "suite"),
                Map.entry("spring.datasource.password", "suite"),
                Map.entry("spring.datasource.hikari.schema", "${suite.schema}"),
                Map.entry("spring.datasource.hikari.pool-name", name),
                Map.entry("spring.datasource.hikari.maximum-pool-size", "10"),
                // Connections beyond these are opened when they are needed, not at the start.
                Map.entry("spring.datasource.hikari.minimum-idle", "2"),
                Map.entry("spring.datasource.hikari.connection-timeout", "5000"),
                // No attempt before the first use: a database that is away is then told once, without a stack trace.
                Map.entry("spring.datasource.hikari.initialization-fail-timeout", "-1"),
                Map.entry("spring.datasource.hikari.data-source-properties.ApplicationName", name),
                Map.entry("spring.datasource.hikari.data-source-properties.reWriteBatchedInserts", "true"),
                Map.entry("spring.flyway.default-schema", "${suite.schema}"),
                Map.entry("spring.flyway.schemas", "${suite.schema}"),
                Map.entry("spring.flyway.create-schemas", "true"),
                Map.entry("spring.flyway.locations", "classpath:db/migration/" + schema),
                Map.entry("spring.jpa.open-in-view", "false"),
                Map.entry("spring.jpa.hibernate.ddl-auto", "none"),
                Map.entry("spring.jpa.properties.hibernate.jdbc.time_zone", "UTC"),
                Map.entry("spring.jpa.properties.hibernate.type.json_format_mapper", "jackson3"),
                Map.entry("management.endpoint.health.group.readiness.include", "readinessState,db"));
    }

    private static Map<String, Object> messaging() {
        return Map.ofEntries(
                Map.entry("spring.kafka.bootstrap-servers", "localhost:9092"),
                Map.entry("spring.kafka.properties.reconnect.backoff.max.ms", "3000"),
                // How long a topic that is created later stays unseen.
                Map.entry("spring.kafka.properties.metadata.max.age.ms", "10000"),
                // A service starts without Kafka; these bound how long it looks for it.
                Map.entry("spring.kafka.admin.operation-timeout", "3s"),
                Map.entry("spring.kafka.admin.close-timeout", "1s"),
                Map.entry("spring.kafka.admin.properties.default.api.timeout.ms", "3000"),
                Map.entry("spring.kafka.admin.properties.request.timeout.ms", "2000"),
                Map.entry("spring.kafka.producer.acks", "all"),
                // An event that cannot be sent in this time stays in the outbox and is sent again from there.
                Map.entry("spring.kafka.producer.properties.max.block.ms", "3000"),
                Map.entry("spring.kafka.producer.properties.request.timeout.ms", "5000"),
                Map.entry("spring.kafka.producer.properties.delivery.timeout.ms", "10000"),
                Map.entry("spring.kafka.producer.properties.linger.ms", "0"),
                Map.entry("spring.kafka.consumer.auto-offset-reset", "earliest"),
                Map.entry("spring.kafka.consumer.enable-auto-commit", "false"),
                Map.entry("spring.kafka.listener.observation-enabled", "true"),
                // Not after every event: one that comes again after a crash is known to the inbox.
                Map.entry("spring.kafka.listener.ack-mode", "time"),
                Map.entry("spring.kafka.listener.ack-time", "1s"),
                Map.entry("logging.level.kafka", "WARN"),
                Map.entry("logging.level.org.apache.kafka", "WARN"),
                // It says at length what the outbox says once.
                Map.entry("logging.level.org.springframework.kafka.support.LoggingProducerListener", "OFF"));
    }

    private static void addLast(MutablePropertySources sources, Map<String, Object> defaults) {
        // Spring Boot keeps its own default properties last; joining them lets the application's own defaults win.
        if (sources.get(APPLICATION_DEFAULTS) instanceof MapPropertySource own) {
            defaults.putAll(own.getSource());
            sources.replace(APPLICATION_DEFAULTS, new MapPropertySource(APPLICATION_DEFAULTS, defaults));
        } else {
            sources.addLast(new MapPropertySource(APPLICATION_DEFAULTS, defaults));
        }
    }
}
