package dev.tradesuite.orchestrator;

import dev.tradesuite.support.SuiteApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Entry point of orchestrator-service. */
@SpringBootApplication
public class OrchestratorApplication {

    public static void main(String[] args) {
        SuiteApplication.run(OrchestratorApplication.class, "orchestrator-service", args);
    }
}
