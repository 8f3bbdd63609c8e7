package dev.tradesuite.signals;

import dev.tradesuite.test.CommittedOpenApi;
import dev.tradesuite.test.EveryEndpoint;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@SuiteIntegrationTest
class ApiDescriptionIT {

    @Autowired
    SuiteClient client;

    @Test
    void everyEndpointRefusesNamesItDoesNotKnow() {
        EveryEndpoint.refusesUnknownNames(client);
    }

    @Test
    void descriptionOfTheApiIsTheCommittedOne() throws IOException {
        CommittedOpenApi.check(client, "signals-api-service");
    }
}
