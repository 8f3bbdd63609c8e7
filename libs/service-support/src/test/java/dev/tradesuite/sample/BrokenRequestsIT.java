package dev.tradesuite.sample;

import dev.tradesuite.test.BrokenRequests;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@SuiteIntegrationTest
@TestPropertySource(properties = "server.tomcat.connection-timeout=1s")
class BrokenRequestsIT {

    @Autowired
    SuiteClient client;

    @Test
    void noneIsAServerErrorAndNoneHoldsItsConnection() throws InterruptedException, ExecutionException {
        BrokenRequests.areRefused(
                client, 1, 500, "/api/v1/notes", "/api/v1/quick/7", "/api/v1/wish", "/api/v1/time", "/actuator/health");
    }
}
