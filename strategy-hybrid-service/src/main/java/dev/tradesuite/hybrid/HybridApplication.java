package dev.tradesuite.hybrid;

import dev.tradesuite.support.SuiteApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class HybridApplication {

    public static void main(String[] args) {
        SuiteApplication.run(HybridApplication.class, "strategy-hybrid-service", args);
    }
}
