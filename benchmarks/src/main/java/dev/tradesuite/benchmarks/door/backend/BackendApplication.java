package dev.tradesuite.benchmarks.door.backend;

import dev.tradesuite.support.security.OpenEndpoint;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;

/** The service. It is called without a token, on the one path the gateway asks none for. */
@SpringBootApplication
public class BackendApplication {

    /** Name of the service and of its configuration file. */
    public static final String NAME = "benchmark-backend";

    @Bean
    OpenEndpoint told() {
        return new OpenEndpoint(HttpMethod.POST, BackendController.PATH + "*");
    }

    @Bean
    OpenEndpoint asked() {
        return new OpenEndpoint(HttpMethod.GET, BackendController.PATH + "*");
    }
}
