package dev.tradesuite.launcher.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The port of every part.
 *
 * @param byName port by name: the key of a service, or one of the constants here
 */
public record Ports(Map<String, Integer> byName) {

    public static final String ISSUER = "issuer";
    public static final String GATEWAY_METRICS = "gateway-metrics";
    public static final String POSTGRES = "postgres";
    public static final String KAFKA = "kafka";
    public static final String KAFKA_CONTROLLER = "kafka-controller";

    public Ports {
        byName = Map.copyOf(byName);
    }

    /** The port of a part that is known to have one. */
    public int of(String name) {
        return Optional.ofNullable(byName.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no port is set for " + name));
    }

    /** The setting that changes a port, for messages. */
    public static String settingOf(String name) {
        return SettingCatalogue.PORTS + name;
    }

    /** Two names that share a port, or nothing. */
    Optional<String> clash() {
        Map<Integer, String> seen = new LinkedHashMap<>();
        for (Map.Entry<String, Integer> entry :
                byName.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList()) {
            String other = seen.putIfAbsent(entry.getValue(), entry.getKey());
            if (other != null) {
                return Optional.of("%s and %s are both %d"
                        .formatted(settingOf(other), settingOf(entry.getKey()), entry.getValue()));
            }
        }
        return Optional.empty();
    }
}
