package dev.tradesuite.risk;

import dev.tradesuite.support.SuiteApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts risk-service. */
@SpringBootApplication
public class RiskApplication {

    public static void main(String[] args) {
        SuiteApplication.run(RiskApplication.class, "risk-service", args);
    }
}
