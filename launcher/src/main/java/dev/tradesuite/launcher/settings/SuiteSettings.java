package dev.tradesuite.launcher.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How to run the suite on this machine.
 *
 * @param state folder that holds everything the suite keeps
 * @param bindAddress address the services listen on; PostgreSQL and Kafka always stay on loopback
 * @param ports port of every part
 * @param tokenLifetime how long a token is valid
 * @param redirects pages beside the gateway's own that may sign the operator in
 * @param parallelStarts how many parts start at the same time
 * @param startTimeout how long a part may take to start
 * @param stopTimeout how long a part may take to stop
 * @param restartForked whether a forked service is started again when its process ends
 * @param forkMemory largest heap of a forked service, as {@code -Xmx} takes it
 * @param serviceProperties Spring properties by service key; {@code all} holds those of every service
 */
public record SuiteSettings(
        Path state,
        String bindAddress,
        Ports ports,
        Duration tokenLifetime,
        List<String> redirects,
        int parallelStarts,
        Duration startTimeout,
        Duration stopTimeout,
        boolean restartForked,
        String forkMemory,
        Map<String, Map<String, String>> serviceProperties) {

    public SuiteSettings {
        redirects = List.copyOf(redirects);
        serviceProperties = Map.copyOf(serviceProperties);
    }

    /** The Spring properties set for a service; its own come before those of every service. */
    public Map<String, String> propertiesOf(String serviceKey) {
        Map<String, String> properties =
                new TreeMap<>(serviceProperties.getOrDefault(SettingCatalogue.EVERY_SERVICE, Map.of()));
        properties.putAll(serviceProperties.getOrDefault(serviceKey, Map.of()));
        return properties;
    }

    /** The Spring properties of all services together, for what services in one process have in common. */
    public Map<String, String> everyProperty() {
        Map<String, String> properties = new TreeMap<>();
        serviceProperties.values().forEach(properties::putAll);
        return properties;
    }
}
