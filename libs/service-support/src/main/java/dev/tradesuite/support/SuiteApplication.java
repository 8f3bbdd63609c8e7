package dev.tradesuite.support;

import java.util.Locale;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts a service under its name, which is also the name of its configuration file. */
public final class SuiteApplication {

    private SuiteApplication() {}

    /**
     * Runs a service.
     *
     * @param main configuration class of the service
     * @param name such as {@code risk-service}; {@code risk-service.yml} on the class path holds its settings
     */
    public static ConfigurableApplicationContext run(Class<?> main, String name, String... args) {
        return builder(main, name).run(args);
    }

    /** Prepares a service without running it, for a program that hosts several. */
    public static SpringApplicationBuilder builder(Class<?> main, String name) {
        speakNoLanguage();
        return new SpringApplicationBuilder(main)
                .properties(Map.of("spring.application.name", name, "spring.config.name", name));
    }

    /**
     * Lets this JVM write numbers and change case the same on every machine: in Turkish the capital of {@code i} is no
     * {@code I}, and libraries that ask the default locale look up the wrong names.
     */
    public static void speakNoLanguage() {
        Locale.setDefault(Locale.ROOT);
    }
}
