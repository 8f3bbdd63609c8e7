package dev.tradesuite.sizing;

import dev.tradesuite.support.SuiteApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SizingApplication {

    public static void main(String[] args) {
        SuiteApplication.run(SizingApplication.class, "sizing-service", args);
    }
}
