package dev.tradesuite.portfolio;

import dev.tradesuite.support.SuiteApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts portfolio-service. */
@SpringBootApplication
public class PortfolioApplication {

    public static void main(String[] args) {
        SuiteApplication.run(PortfolioApplication.class, "portfolio-service", args);
    }
}
