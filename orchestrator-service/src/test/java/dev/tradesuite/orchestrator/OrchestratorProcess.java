package dev.tradesuite.orchestrator;

import dev.tradesuite.support.SuiteApplication;
import dev.tradesuite.test.TestProcess;
import java.io.IOException;

/** orchestrator-service in a process of its own. */
final class OrchestratorProcess {

    private OrchestratorProcess() {}

    /**
     * Starts one.
     *
     * @param name of its log
     * @param arguments of the service
     */
    static TestProcess start(String name, String... arguments) throws IOException {
        return TestProcess.start("orchestrator-" + name, OrchestratorProcess.class, arguments);
    }

    /** The process. */
    public static void main(String... arguments) {
        TestProcess.serve(() -> SuiteApplication.run(OrchestratorApplication.class, "orchestrator-service", arguments));
    }
}
