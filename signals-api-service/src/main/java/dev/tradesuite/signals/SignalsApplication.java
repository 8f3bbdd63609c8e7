package dev.tradesuite.signals;

import dev.tradesuite.support.SuiteApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Entry point of signals-api-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SignalsApplication {

    /** Starts the service. */
    public static void main(String[] args) {
        SuiteApplication.run(SignalsApplication.class, "signals-api-service", args);
    }
}
