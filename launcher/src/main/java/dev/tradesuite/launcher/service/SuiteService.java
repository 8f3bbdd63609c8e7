package dev.tradesuite.launcher.service;

import java.util.Set;

/**
 * One service of the suite.
 *
 * @param key short name in settings and logs, such as {@code brain}
 * @param defaultPort port when the settings say nothing
 * @param application main class
 * @param needs names of the parts that must be ready before it starts
 */
public record SuiteService(String key, int defaultPort, Class<?> application, Set<String> needs) {

    public SuiteService {
        needs = Set.copyOf(needs);
    }

    /** Name of the module, its configuration file and its log, such as {@code brain-service}. */
    public String name() {
        return key + "-service";
    }
}
