package dev.tradesuite.momentum;

import dev.tradesuite.support.SuiteApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class MomentumApplication {

    public static void main(String[] args) {
        SuiteApplication.run(MomentumApplication.class, "strategy-momentum-service", args);
    }
}
