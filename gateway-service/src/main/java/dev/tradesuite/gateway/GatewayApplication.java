package dev.tradesuite.gateway;

import dev.tradesuite.support.SuiteApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts gateway-service. */
@SpringBootApplication
public class GatewayApplication {

    public static void main(String[] args) {
        SuiteApplication.run(GatewayApplication.class, "gateway-service", args);
    }
}
