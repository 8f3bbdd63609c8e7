package dev.tradesuite.launcher.settings;

import dev.tradesuite.launcher.service.SuiteService;
import java.util.ArrayList;
import java.util.List;

/** Every setting of the launcher, its default and its meaning. The help text and the reader both use this list. */
public final class SettingCatalogue {

    static final String STATE = "state";
    static final String BIND_ADDRESS = "bind-address";
    static final String TOKEN_LIFETIME = "token.lifetime";
    static final String REDIRECTS = "token.redirects";
    static final String PARALLEL = "start.parallel";
    static final String START_TIMEOUT = "start.timeout";
    static final String STOP_TIMEOUT = "stop.timeout";
    static final String RESTART = "fork.restart";
    static final String MEMORY = "fork.memory";
    static final String PORTS = "ports.";
    static final String SERVICES = "services.";

    /** Settings the services share go to every service as they are. */
    static final String SUITE = "suite.";

    /** Properties under {@code services.all} go to every service. */
    static final String EVERY_SERVICE = "all";

    private SettingCatalogue() {}

    /** The settings of a suite made of these services, in the order they are documented. */
    public static List<Setting> of(List<SuiteService> services) {
        List<Setting> settings = new ArrayList<>();
        settings.add(new Setting(STATE, ".suite", "folder that holds data, logs, secrets and the state of the run"));
        settings.add(new Setting(
                BIND_ADDRESS, "127.0.0.1", "address the services listen on; 0.0.0.0 opens them to the network"));
        for (SuiteService service : services) {
            settings.add(port(service.key(), service.defaultPort(), "port of " + service.name()));
        }
        settings.add(port(Ports.ISSUER, 9000, "port of the token issuer"));
        settings.add(port(Ports.GATEWAY_METRICS, 8090, "port where the gateway's metrics are read, on loopback only"));
        settings.add(port(Ports.POSTGRES, 15432, "port of the embedded PostgreSQL, on loopback only"));
        settings.add(port(Ports.KAFKA, 19092, "port of the embedded Kafka, on loopback only"));
        settings.add(port(Ports.KAFKA_CONTROLLER, 19093, "port Kafka uses to talk to itself, on loopback only"));
        settings.add(new Setting(TOKEN_LIFETIME, "1h", "how long a token is valid"));
        settings.add(new Setting(
                REDIRECTS,
                "http://localhost:3000/,http://localhost:5000/",
                "pages beside the gateway's own that may sign the operator in"));
        settings.add(new Setting(PARALLEL, "2", "how many parts start at the same time"));
        settings.add(new Setting(START_TIMEOUT, "120s", "how long a part may take to start"));
        settings.add(new Setting(STOP_TIMEOUT, "30s", "how long a part may take to stop"));
        settings.add(new Setting(RESTART, "true", "with --fork: start a service again when its process ends"));
        settings.add(new Setting(MEMORY, "256m", "with --fork: largest heap of each service"));
        return List.copyOf(settings);
    }

    /** Whether a setting is the port of a part. */
    public static boolean isPort(String key) {
        return key.startsWith(PORTS);
    }

    private static Setting port(String name, int port, String meaning) {
        return new Setting(PORTS + name, Integer.toString(port), meaning);
    }
}
