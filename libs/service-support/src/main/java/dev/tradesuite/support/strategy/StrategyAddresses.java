package dev.tradesuite.support.strategy;

import dev.tradesuite.support.boot.ConfigMistake;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * The mapping from the type of a strategy to the address of its controller.
 *
 * <p>It consists of settings: {@code suite.strategies.mean_reversion.url} in a file,
 * {@code SUITE_STRATEGIES_MEAN_REVERSION_URL} in the environment; an empty one takes the strategy out. The launcher
 * sets them for every controller it finds. Types are written in snake case everywhere.
 */
public final class StrategyAddresses {

    static final String SETTINGS = "suite.strategies";

    private static final String URL = ".url";

    private final Map<String, URI> urls;

    private StrategyAddresses(Map<String, URI> urls) {
        this.urls = Collections.unmodifiableMap(urls);
    }

    /** The mapping in the settings of a service. */
    static StrategyAddresses of(Environment environment) {
        // Sorted, so that the order of the mapping does not depend on where a setting comes from.
        Map<String, URI> urls = new TreeMap<>();
        settings(environment).forEach((type, url) -> {
            if (!url.isBlank()) {
                urls.put(type, address(type, url.strip()));
            }
        });
        return new StrategyAddresses(urls);
    }

    /** Address of the controller; empty when the type is not mapped. */
    public Optional<URI> of(String type) {
        return Optional.ofNullable(urls.get(type));
    }

    /** Every mapped type, by name. */
    public Set<String> types() {
        return urls.keySet();
    }

    /** Port an address leads to, also where it is not written. */
    public static int port(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return "https".equalsIgnoreCase(url.getScheme()) ? 443 : 80;
    }

    /**
     * Addresses by type. The environment has no sign but the underscore, so {@code MEAN_REVERSION} arrives as two
     * levels; joining the levels makes it the same type as everywhere. Of several the first has precedence.
     */
    private static Map<String, String> settings(Environment environment) {
        Map<String, String> byType = new LinkedHashMap<>();
        Binder.get(environment)
                .bind(SETTINGS, Bindable.mapOf(String.class, String.class))
                .orElse(Map.of())
                .forEach((key, url) -> {
                    if (!key.endsWith(URL)) {
                        throw new ConfigMistake(
                                "%s.%s is not a setting".formatted(SETTINGS, key),
                                "A strategy has one setting, %s.<type>.url.".formatted(SETTINGS));
                    }
                    byType.putIfAbsent(type(key.substring(0, key.length() - URL.length())), url);
                });
        return byType;
    }

    private static String type(String key) {
        return key.toLowerCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private static URI address(String type, String url) {
        try {
            URI address = URI.create(url);
            if (address.getHost() != null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
                return address;
            }
        } catch (IllegalArgumentException _) {
            // Told below like any other address that leads nowhere.
        }
        throw new ConfigMistake(
                "%s.%s.url is not an address: %s".formatted(SETTINGS, type, url),
                "Set it to the address of the controller, such as http://localhost:8002.");
    }
}
