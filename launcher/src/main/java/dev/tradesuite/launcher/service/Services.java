package dev.tradesuite.launcher.service;

import java.util.List;

/** The services of the suite, each after those it needs. A new service is one line here. */
public final class Services {

    /** Key of the service that users talk to. */
    public static final String FRONT_DOOR = "gateway";

    /** Every service. */
    public static final List<SuiteService> ALL = List.of();

    private Services() {}

    /** The service with that key. */
    static SuiteService named(String key) {
        return ALL.stream()
                .filter(service -> service.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service has the key " + key));
    }
}
