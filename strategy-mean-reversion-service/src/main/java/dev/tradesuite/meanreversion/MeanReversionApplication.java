package dev.tradesuite.meanreversion;

import dev.tradesuite.support.SuiteApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class MeanReversionApplication {

    public static void main(String[] args) {
        SuiteApplication.run(MeanReversionApplication.class, "strategy-mean-reversion-service", args);
    }
}
