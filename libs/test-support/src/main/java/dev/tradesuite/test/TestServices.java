package dev.tradesuite.test;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.util.function.SingletonSupplier;
import org.testcontainers.DockerClientFactory;

/**
 * The services around the one under test: each started at its first use, once for each JVM, and ended with it.
 *
 * <p>{@link SuiteIntegrationTest} connects the service by itself; a test that starts one by hand uses
 * {@link #arguments}.
 */
public final class TestServices {

    private static final String BOOTSTRAP_SERVERS = "spring.kafka.bootstrap-servers";

    private static final Supplier<Boolean> DOCKER =
            SingletonSupplier.of(() -> DockerClientFactory.instance().isDockerAvailable());

    private static final Supplier<TestDatabase> DATABASE =
            SingletonSupplier.of(() -> DOCKER.get() ? TestDatabase.container() : TestDatabase.embedded());

    private static final Supplier<TestBroker> BROKER =
            SingletonSupplier.of(() -> DOCKER.get() ? TestBroker.container() : TestBroker.embedded());

    private static final Supplier<TestIssuer> ISSUER = SingletonSupplier.of(TestIssuer::start);

    private TestServices() {}

    /**
     * Command line arguments that connect a service started by hand.
     *
     * @param schema of the service in the test database
     * @param own settings of the test, such as {@code server.port}; they win
     */
    public static String[] arguments(String schema, Map<String, String> own) {
        Map<String, String> settings = new TreeMap<>(Map.of("suite.schema", schema, "server.port", "0"));
        settings.putAll(issuerSettings());
        settings.putAll(databaseSettings());
        if (!own.containsKey(BOOTSTRAP_SERVERS)) {
            settings.putAll(brokerSettings());
        }
        settings.putAll(own);
        return settings.entrySet().stream()
                .map(setting -> "--%s=%s".formatted(setting.getKey(), setting.getValue()))
                .toArray(String[]::new);
    }

    /** The test database, as a test looks into the schema of a service. */
    public static DataSource database(String schema) {
        TestDatabase database = DATABASE.get();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(database.user());
        source.setPassword(database.password());
        source.setCurrentSchema(schema);
        return source;
    }

    static Map<String, String> issuerSettings() {
        String issuer = issuer().uri();
        return Map.of(
                "spring.security.oauth2.resourceserver.jwt.issuer-uri",
                issuer,
                "suite.service-client.secret",
                "anything",
                "suite.service-client.token-uri",
                issuer + "/oauth2/token");
    }

    static Map<String, String> databaseSettings() {
        TestDatabase database = DATABASE.get();
        return Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.user(),
                "spring.datasource.password", database.password());
    }

    static Map<String, String> brokerSettings() {
        return Map.of(BOOTSTRAP_SERVERS, broker().bootstrapServers());
    }

    static TestBroker broker() {
        return BROKER.get();
    }

    static TestIssuer issuer() {
        return ISSUER.get();
    }
}
