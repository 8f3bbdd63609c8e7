package dev.tradesuite.arbitrage;

import dev.tradesuite.support.SuiteApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class ArbitrageApplication {

    public static void main(String[] args) {
        SuiteApplication.run(ArbitrageApplication.class, "strategy-arbitrage-service", args);
    }
}
