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

    /** Client, time, method and pattern of the path, status, bytes, milliseconds. */
    private static final String ACCESS_LOG =
            "%a %t %m %{org.springframework.web.servlet.HandlerMapping.bestMatchingPattern}r %s %b %D";

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
            Map<String, Object> defaults = defaults(name, environment);
            if (environment.getProperty("suite.logging.json", Boolean.class, false)) {
                defaults.put("logging.structured.format.console", "logstash");
                defaults.put("logging.structured.json.add.service", name);
            }
            addLast(environment.getPropertySources(), defaults);
        }
    }

    private static Map<String, Object> defaults(String name, Environment environment) {
        EnumSet<Feature> features = Feature.declared(environment);
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
            defaults.putAll(kafkaLogin(environment));
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
                // Two seconds of silence are no use to a client that is not asked any more.
                Map.entry("spring.reactor.netty.shutdown-quiet-period", "0s"),
                Map.entry("spring.http.clients.imperative.factory", "http-components"),
                Map.entry("spring.security.oauth2.resourceserver.jwt.issuer-uri", "http://localhost:9000"),
                Map.entry("spring.security.oauth2.resourceserver.jwt.audiences", "trade-suite"),
                Map.entry("suite.access.longest-token-life", "24h"),
                Map.entry(
                        "suite.cors.allowed-origins",
                        "http://localhost:3000,http://localhost:5000,http://127.0.0.1:3000,http://127.0.0.1:5000"));
    }

    /** What a server accepts, and how long it waits for it. */
    private static Map<String, Object> server() {
        return Map.ofEntries(
                // From the first byte of a request to the end of its header.
                Map.entry("suite.header-timeout", "5s"),
                // Between two packets of a request, so that what is no HTTP or never ends holds no connection.
                Map.entry("server.tomcat.connection-timeout", "5s"),
                // Between two requests; above the time after which the gateway drops a connection by itself.
                Map.entry("server.tomcat.keep-alive-timeout", "20s"),
                // A body over the limit is read to its end, so that the client sees the answer and not a reset.
                Map.entry("server.tomcat.max-swallow-size", "32MB"),
                Map.entry("suite.max-body", "1MB"),
                // Of a whole body; one of some size may take longer, by how much of it has come.
                Map.entry("suite.body-timeout", "30s"),
                Map.entry("spring.web.resources.add-mappings", "false"),
                // Parameters come from the query alone; a form is no body that anything here takes.
                Map.entry("spring.mvc.formcontent.filter.enabled", "false"),
                Map.entry("spring.servlet.multipart.enabled", "false"),
                // Who turns the access log on sees patterns in it, and no path.
                Map.entry("server.tomcat.accesslog.pattern", ACCESS_LOG),
                // They tell of unreadable requests with their paths, which may hold a secret.
                Map.entry("logging.level.org.apache.coyote.http11", "WARN"),
                Map.entry("logging.level.org.apache.tomcat.util.http", "WARN"));
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
                Map.entry("suite.services.signals-api.url", "http://localhost:8010"),
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
                Map.entry("resilience4j.bulkhead.configs.default.max-wait-duration", "0"),
                // Calls of the trade path are short. A burst of them waits here for its turn, before the time of a call
                // begins: all at once each would be slower, run out of its time, and the breaker would open.
                Map.entry("resilience4j.bulkhead.configs.short-calls.max-concurrent-calls", "16"),
                Map.entry("resilience4j.bulkhead.configs.short-calls.max-wait-duration", "5s"),
                Map.entry("resilience4j.bulkhead.instances.brain.base-config", "short-calls"),
                Map.entry("resilience4j.bulkhead.instances.sizing.base-config", "short-calls"),
                Map.entry("resilience4j.bulkhead.instances.risk.base-config", "short-calls"),
                Map.entry("resilience4j.bulkhead.instances.ledger.base-config", "short-calls"));
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
                // How long a connection that was idle may take to say that it lives.
                Map.entry("spring.datasource.hikari.validation-timeout", "2000"),
                // Seconds. A server that is there and does not answer is given up, and what waits for it with it. Above
                // the time after which the server itself ends a statement, and tells why.
                Map.entry("spring.datasource.hikari.data-source-properties.socketTimeout", "15"),
                Map.entry("spring.datasource.hikari.data-source-properties.connectTimeout", "3"),
                Map.entry("spring.datasource.hikari.data-source-properties.tcpKeepAlive", "true"),
                // Milliseconds. The last: somebody who froze in a transaction does not keep its locks.
                Map.entry(
                        "spring.datasource.hikari.data-source-properties.options",
                        "-c statement_timeout=10000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=60000"),
                // No attempt before the first use: a database that is away is then told once, without a stack trace.
                Map.entry("spring.datasource.hikari.initialization-fail-timeout", "-1"),
                Map.entry("spring.datasource.hikari.data-source-properties.ApplicationName", name),
                Map.entry("spring.datasource.hikari.data-source-properties.reWriteBatchedInserts", "true"),
                // A connection of its own, without these limits: a migration takes the time it takes.
                Map.entry("spring.flyway.url", "${spring.datasource.url}"),
                Map.entry("spring.flyway.user", "${spring.datasource.username}"),
                Map.entry("spring.flyway.password", "${spring.datasource.password}"),
                Map.entry("spring.flyway.default-schema", "${suite.schema}"),
                Map.entry("spring.flyway.schemas", "${suite.schema}"),
                Map.entry("spring.flyway.create-schemas", "true"),
                Map.entry("spring.flyway.locations", "classpath:db/migration/" + schema),
                // Nothing: a migration that this build does not know is one of a newer build.
                Map.entry("spring.flyway.ignore-migration-patterns", ""),
                Map.entry("spring.jpa.open-in-view", "false"),
                Map.entry("spring.jpa.hibernate.ddl-auto", "none"),
                Map.entry("spring.jpa.properties.hibernate.jdbc.time_zone", "UTC"),
                Map.entry("spring.jpa.properties.hibernate.type.json_format_mapper", "jackson3"),
                Map.entry("management.endpoint.health.group.readiness.include", "readinessState,db,databaseRoom"));
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
                // What a consumer that was killed had is with another one in less than ten seconds: the broker misses
                // it
                // after the first of these, the others hear of it within the second and end the batch they are at.
                Map.entry("spring.kafka.consumer.properties.session.timeout.ms", "6000"),
                Map.entry("spring.kafka.consumer.heartbeat-interval", "1500ms"),
                Map.entry("spring.kafka.consumer.max-poll-records", "100"),
                Map.entry("spring.kafka.consumer.auto-offset-reset", "earliest"),
                Map.entry("spring.kafka.consumer.enable-auto-commit", "false"),
                Map.entry("spring.kafka.listener.observation-enabled", "true"),
                // Not after every event: one that comes again after a crash is known to the inbox.
                Map.entry("spring.kafka.listener.ack-mode", "time"),
                Map.entry("spring.kafka.listener.ack-time", "1s"),
                // A service that stops ends the event in hand; the others of its batch come again.
                Map.entry("spring.kafka.listener.immediate-stop", "true"),
                // A consumer that was refused asks again; without this it would stop for good.
                Map.entry("spring.kafka.listener.auth-exception-retry-interval", "10s"),
                Map.entry("logging.level.kafka", "WARN"),
                Map.entry("logging.level.org.apache.kafka", "WARN"));
    }

    /**
     * How to log in to Kafka; nothing without a password, for a Kafka that asks for none or is told of by its own
     * settings.
     */
    private static Map<String, Object> kafkaLogin(Environment environment) {
        String password = environment.getProperty("suite.kafka.password", "");
        Map<String, Object> settings = new HashMap<>();
        if (!password.isEmpty()) {
            String user = environment.getProperty("suite.kafka.username", KafkaLogin.USER);
            new KafkaLogin(user, password)
                    .clientSettings()
                    .forEach((name, value) -> settings.put("spring.kafka.properties." + name, value));
        }
        return settings;
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
