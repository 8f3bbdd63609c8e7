package dev.tradesuite.brain;

import dev.tradesuite.support.SuiteApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Entry point of brain-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class BrainApplication {

    /** Starts the service. */
    public static void main(String[] args) {
        SuiteApplication.run(BrainApplication.class, "brain-service", args);
    }
}
