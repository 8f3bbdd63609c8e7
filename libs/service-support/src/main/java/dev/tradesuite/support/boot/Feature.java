package dev.tradesuite.support.boot;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * What a service is made of. Each feature owns the auto-configurations whose class names begin with its prefixes.
 *
 * <p>When several services share one JVM the class path is the union of theirs, so the class path no longer says what a
 * service needs; {@code suite.features} does.
 */
public enum Feature {
    /** A schema of its own in PostgreSQL, migrated by Flyway. */
    DATABASE(
            "org.springframework.boot.jdbc.",
            "org.springframework.boot.sql.",
            "org.springframework.boot.flyway.",
            "org.springframework.boot.hibernate.",
            "org.springframework.boot.jpa.",
            "org.springframework.boot.data.",
            "org.springframework.boot.transaction.",
            "org.springframework.boot.persistence.",
            "dev.tradesuite.support.store.",
            "dev.tradesuite.support.idempotency."),

    /** Publishes or consumes events on Kafka, through outbox and inbox. */
    MESSAGING("org.springframework.boot.kafka.", "dev.tradesuite.support.event."),

    /** Accepts bearer tokens of the configured issuer. */
    SECURITY(
            "org.springframework.boot.security.oauth2.server.resource.",
            "dev.tradesuite.support.security.",
            "dev.tradesuite.support.access."),

    /** Calls other services. */
    HTTP_CLIENTS("io.github.resilience4j.", "dev.tradesuite.support.client."),

    /** Is the front door. */
    GATEWAY("org.springframework.cloud."),

    /** Issues tokens. */
    ISSUER("org.springframework.boot.security.oauth2.server.authorization.");

    /** Setting that lists the features of a service. */
    static final String SETTING = "suite.features";

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> prefixes;

    Feature(String... prefixes) {
        this.prefixes = List.of(prefixes);
    }

    /** Whether the auto-configuration has no use without this feature. */
    boolean owns(String autoConfiguration) {
        return prefixes.stream().anyMatch(autoConfiguration::startsWith);
    }

    /** Name as written in settings, such as {@code http-clients}. */
    String settingName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Features the service declares.
     *
     * @throws ConfigMistake when a name is not one of a feature, or nothing is declared
     */
    static EnumSet<Feature> declared(Environment environment) {
        String[] names = Binder.get(environment)
                .bind(SETTING, String[].class)
                .orElseThrow(() -> new ConfigMistake(
                        "%s is not set in %s.yml".formatted(SETTING, environment.getProperty("spring.config.name")),
                        "List there what the service is made of: %s. An empty list is allowed.".formatted(all())));
        EnumSet<Feature> features = EnumSet.noneOf(Feature.class);
        for (String name : names) {
            features.add(named(name));
        }
        if (features.contains(MESSAGING) && !features.contains(DATABASE)) {
            throw new ConfigMistake(
                    "%s contains messaging without database".formatted(SETTING),
                    "Add database: outbox and inbox are tables in the service's own schema.");
        }
        return features;
    }

    private static Feature named(String name) {
        return Arrays.stream(values())
                .filter(feature -> feature.settingName().equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> new ConfigMistake(
                        "%s contains '%s', which is no feature".formatted(SETTING, name),
                        "Use any of: %s.".formatted(all())));
    }

    private static String all() {
        return String.join(
                ", ", Arrays.stream(values()).map(Feature::settingName).toList());
    }
}
